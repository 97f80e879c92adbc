/* SPDX-License-Identifier: MIT */
/* GUIDs. DEFINE_GUID declares; after <initguid.h> it defines:
 * https://learn.microsoft.com/windows-hardware/drivers/kernel/defining-and-exporting-new-guids */
#include "kmdock_msvc.h"
#ifndef GUID_DEFINED
#define GUID_DEFINED
typedef struct _GUID {
    unsigned int Data1;
    unsigned short Data2;
    unsigned short Data3;
    unsigned char Data4[8];
} GUID;
typedef GUID *LPGUID;
typedef const GUID *LPCGUID;
typedef GUID IID, CLSID, FMTID;
#endif

#ifdef DEFINE_GUID
#undef DEFINE_GUID
#endif
#ifdef __cplusplus
#define KMDOCK_GUID_LINKAGE extern "C"
#else
#define KMDOCK_GUID_LINKAGE extern
#endif
#ifdef INITGUID
#ifdef __cplusplus
#define KMDOCK_GUID_DEFINE extern "C" const
#else
#define KMDOCK_GUID_DEFINE const
#endif
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)                                                   \
    KMDOCK_GUID_LINKAGE const GUID name;                                                                               \
    KMDOCK_GUID_DEFINE GUID name __attribute__((__weak__)) = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
#else
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) KMDOCK_GUID_LINKAGE const GUID name
#endif

#ifndef KMDOCK_GUID_FUNCTIONS
#define KMDOCK_GUID_FUNCTIONS
#ifdef __cplusplus
#define REFGUID  const GUID &
#define REFIID   const IID &
#define REFCLSID const CLSID &
static inline int IsEqualGUID(const GUID &a, const GUID &b)
{
    return !__builtin_memcmp(&a, &b, sizeof(GUID));
}
static inline bool operator==(const GUID &a, const GUID &b)
{
    return IsEqualGUID(a, b) != 0;
}
static inline bool operator!=(const GUID &a, const GUID &b)
{
    return !IsEqualGUID(a, b);
}
#define InlineIsEqualGUID(a, b) IsEqualGUID(a, b)
#define IsEqualIID(a, b)        IsEqualGUID(a, b)
#define IsEqualCLSID(a, b)      IsEqualGUID(a, b)
#else
#define REFGUID                 const GUID *
#define REFIID                  const IID *
#define REFCLSID                const CLSID *
#define IsEqualGUID(a, b)       (!__builtin_memcmp(a, b, sizeof(GUID)))
#define InlineIsEqualGUID(a, b) IsEqualGUID(a, b)
#define IsEqualIID(a, b)        IsEqualGUID(a, b)
#define IsEqualCLSID(a, b)      IsEqualGUID(a, b)
#endif
#endif
