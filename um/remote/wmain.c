/* SPDX-License-Identifier: MIT */
/*
 * The entry of a program that has wmain and no main: the linker takes this object out of the library only then. In C++
 * wmain's symbol carries its parameters' types.
 */
#include "um.h"

#define WMAIN(name, symbol) extern int name(int argc, WCHAR **argv, WCHAR **envp) __asm__(symbol) __attribute__((weak))
WMAIN(wmain_c, "wmain");
WMAIN(wmain_argv, "_Z5wmainiPPw");
WMAIN(wmain_const, "_Z5wmainiPPKw");
WMAIN(wmain_envp, "_Z5wmainiPPwS0_");
WMAIN(wmain_void, "_Z5wmainv");

static WCHAR **widen_all(char **texts, int count)
{
    WCHAR **wide = calloc((size_t)count + 1, sizeof *wide);
    for (int i = 0; wide && i < count; i++)
        wide[i] = um_widen(texts[i]);
    return wide;
}

int main(int argc, char **argv, char **envp)
{
    int variables = 0;
    while (envp[variables])
        variables++;
    WCHAR **arguments = widen_all(argv, argc), **environment = widen_all(envp, variables);
    int (*const entries[])(int, WCHAR **, WCHAR **) = {wmain_c, wmain_argv, wmain_const, wmain_envp, wmain_void};
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
        if (entries[i])
            return entries[i](argc, arguments, environment);
    fprintf(stderr, "kmdock: this program has neither main nor a wmain(int, wchar_t **).\n");
    return 2;
}
