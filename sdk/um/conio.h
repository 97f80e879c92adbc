/* SPDX-License-Identifier: MIT */
/* The keyboard: one key, without waiting for the end of the line. */
#ifndef KMDOCK_CONIO_H
#define KMDOCK_CONIO_H

#include "kmdock_msvc.h"

KMDOCK_BEGIN

int _getch(void) KMDOCK_CRT(_getch);
int _getche(void) KMDOCK_CRT(_getche);
int _kbhit(void) KMDOCK_CRT(_kbhit);

KMDOCK_END

#define getch  _getch
#define getche _getche
#define kbhit  _kbhit

#endif
