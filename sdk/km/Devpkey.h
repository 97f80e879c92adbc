/* SPDX-License-Identifier: MIT */
/* Devpkey.h: another spelling of devpkey.h, for compilers that mind the case of file names. */
#include <devpkey.h>
