/* SPDX-License-Identifier: MIT */
/* dontuse.h: says something to Microsoft's analyser only; empty here. */
