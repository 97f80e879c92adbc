/* SPDX-License-Identifier: MIT */
/* A driver that wants what nobody has. */
__declspec(dllimport) int helper_add(int a, int b);
__declspec(dllimport) int NotInThisKernel(void);

int DriverEntry(int value)
{
    return helper_add(value, NotInThisKernel());
}
