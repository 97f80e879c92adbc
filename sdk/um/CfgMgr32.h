/* SPDX-License-Identifier: MIT */
#include "cfgmgr32.h"
