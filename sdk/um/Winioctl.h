/* SPDX-License-Identifier: MIT */
#include "winioctl.h"
