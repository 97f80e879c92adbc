/* SPDX-License-Identifier: MIT */
/*
 * Contexts. A driver declares a structure as a context type; the framework allocates it with the object and knows it
 * by the address of its type information. The declaration may stand in a header: selectany makes all copies one.
 */
#define WDF_TYPE_NAME_TO_TYPE_INFO(ContextType) WDF_##ContextType##_TYPE_INFO
#define WDF_TYPE_NAME_POINTER_TYPE(ContextType) WDF_POINTER_TYPE_##ContextType
#define WDF_TYPE_DEFAULT_SECTION_NAME           ".data"
#define WDF_GET_CONTEXT_TYPE_INFO(ContextType)  (WDF_TYPE_NAME_TO_TYPE_INFO(ContextType).UniqueType)
#define WDF_TYPE_INIT_BASE_SECTION_NAME(ContextType, Section)

#ifdef __cplusplus
#define KMDOCK_WDF_DATA extern "C"
#else
#define KMDOCK_WDF_DATA
#endif

#define KMDOCK_WDF_TYPE_INFO(ContextType, UniqueType, GetUniqueType)                                                   \
    KMDOCK_WDF_DATA __attribute__((__selectany__))                                                                     \
    const WDF_OBJECT_CONTEXT_TYPE_INFO WDF_##ContextType##_TYPE_INFO = {                                               \
        sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO), (PCHAR) #ContextType, sizeof(ContextType), UniqueType, GetUniqueType};

#define KMDOCK_WDF_ACCESSOR(ContextType, CastingFunction)                                                              \
    WDF_INLINE ContextType *CastingFunction(WDFOBJECT Handle)                                                          \
    {                                                                                                                  \
        return (ContextType *)WdfObjectGetTypedContextWorker(Handle, WDF_GET_CONTEXT_TYPE_INFO(ContextType));          \
    }

/* wdf/wdf-declare-context-type, wdf/wdf-declare-context-type-with-name */
#define WDF_DECLARE_CONTEXT_TYPE(ContextType)                                                                          \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ContextType, WdfObjectGet_##ContextType)
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ContextType, CastingFunction)                                               \
    typedef ContextType *WDF_POINTER_TYPE_##ContextType;                                                               \
    KMDOCK_WDF_TYPE_INFO(ContextType, &WDF_##ContextType##_TYPE_INFO, NULL)                                            \
    KMDOCK_WDF_ACCESSOR(ContextType, CastingFunction)

/* A type that several drivers share: the driver defines WDF_TYPE_UniqueType, which finds the one type information. */
#define WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(ContextType, CastingFunction)                                        \
    typedef ContextType *WDF_POINTER_TYPE_##ContextType;                                                               \
    KMDOCK_WDF_DATA PCWDF_OBJECT_CONTEXT_TYPE_INFO WDF_##ContextType##_UniqueType(VOID);                               \
    KMDOCK_WDF_TYPE_INFO(ContextType, &WDF_##ContextType##_TYPE_INFO, WDF_##ContextType##_UniqueType)                  \
    KMDOCK_WDF_ACCESSOR(ContextType, CastingFunction)

/* wdf/wdf-object-attributes-init-context-type */
#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, ContextType)                                                \
    ((VOID)((Attributes)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(ContextType)))
#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(Attributes, ContextType)                                               \
    (WDF_OBJECT_ATTRIBUTES_INIT(Attributes), WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(Attributes, ContextType))

/* wdf/wdfobjectgettypedcontext */
#define WdfObjectGetTypedContext(Handle, Type)                                                                         \
    ((Type *)WdfObjectGetTypedContextWorker((WDFOBJECT)(Handle), WDF_GET_CONTEXT_TYPE_INFO(Type)))

/* References remember who took them: tag, line and file. wdf/wdfobjectreference */
#define WdfObjectReference(Handle) WdfObjectReferenceWithTag(Handle, NULL)
#define WdfObjectReferenceWithTag(Handle, Tag)                                                                         \
    WdfObjectReferenceActual((WDFOBJECT)(Handle), (Tag), __LINE__, (PCHAR)__FILE__)
#define WdfObjectDereference(Handle) WdfObjectDereferenceWithTag(Handle, NULL)
#define WdfObjectDereferenceWithTag(Handle, Tag)                                                                       \
    WdfObjectDereferenceActual((WDFOBJECT)(Handle), (Tag), __LINE__, (PCHAR)__FILE__)

/*
 * Custom types: a mark on an object with one value beside it, which the framework keeps as a context of that type.
 * wdf/wdf-declare-custom-type, wdf/wdfobjectaddcustomtype
 */
#define WDF_DECLARE_CUSTOM_TYPE(Type)                                                                                  \
    typedef WDF_CUSTOM_TYPE_CONTEXT Type;                                                                              \
    WDF_DECLARE_CONTEXT_TYPE(Type)
#define WdfObjectAddCustomType(Handle, Type) WdfObjectAddCustomTypeWithData(Handle, Type, 0, NULL, NULL)
#define WdfObjectAddCustomTypeWithData(Handle, Type, Data, EvtCleanup, EvtDestroy)                                     \
    wdf_add_custom_type((WDFOBJECT)(Handle), WDF_GET_CONTEXT_TYPE_INFO(Type), (ULONG_PTR)(Data), (EvtCleanup),         \
                        (EvtDestroy))
#define WdfObjectIsCustomType(Handle, Type)      ((BOOLEAN)(WdfObjectGetTypedContext(Handle, Type) != NULL))
#define WdfObjectGetCustomTypeData(Handle, Type) (WdfObjectGetTypedContext(Handle, Type)->Data)

#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE NTSTATUS wdf_add_custom_type(WDFOBJECT handle, PCWDF_OBJECT_CONTEXT_TYPE_INFO type, ULONG_PTR data,
                                        PFN_WDF_OBJECT_CONTEXT_CLEANUP cleanup, PFN_WDF_OBJECT_CONTEXT_DESTROY destroy)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    PVOID context = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ContextTypeInfo = type;
    attributes.EvtCleanupCallback = cleanup;
    attributes.EvtDestroyCallback = destroy;
    NTSTATUS status = WdfObjectAllocateContext(handle, &attributes, &context);
    if (NT_SUCCESS(status)) {
        ((PWDF_CUSTOM_TYPE_CONTEXT)context)->Size = sizeof(WDF_CUSTOM_TYPE_CONTEXT);
        ((PWDF_CUSTOM_TYPE_CONTEXT)context)->Data = data;
    }
    return status;
}
#endif
