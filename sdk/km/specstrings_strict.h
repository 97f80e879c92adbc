/* SPDX-License-Identifier: MIT */
/* specstrings_strict.h: says something to Microsoft's analyser only; empty here. */
