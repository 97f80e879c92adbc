/* SPDX-License-Identifier: MIT */
/* suppress.h: says something to Microsoft's analyser only; empty here. */
