/* SPDX-License-Identifier: MIT */
/* Helpers are inlined even in a debug build, so that a stack names the driver's line and not the helper's. */
#define WDF_INLINE static __inline__ __attribute__((__always_inline__, __unused__))

/* Any handle converts to WDFOBJECT without a cast, as with Microsoft's headers; the others are distinct types. */
typedef HANDLE WDFOBJECT, *PWDFOBJECT;
typedef PVOID WDFCONTEXT;
typedef struct WDFDEVICE_INIT *PWDFDEVICE_INIT;

#define WDF_NO_EVENT_CALLBACK    (NULL)
#define WDF_NO_HANDLE            (NULL)
#define WDF_NO_CONTEXT           (NULL)
#define WDF_NO_OBJECT_ATTRIBUTES (NULL)
#define WDF_NO_SEND_OPTIONS      (NULL)
