// SPDX-License-Identifier: MIT
#pragma once

extern "C" {
#include <ntddk.h>
#include <wdf.h>
}

#define INITGUID
#include <InitGuid.h>

// {2B9D2F0A-6E41-4A53-9C1B-08D2D3A5E1F7}
DEFINE_GUID(GUID_DEVINTERFACE_RELAY, 0x2b9d2f0a, 0x6e41, 0x4a53, 0x9c, 0x1b, 0x8, 0xd2, 0xd3, 0xa5, 0xe1, 0xf7);

constexpr ULONG PoolTag = 'ppcR';
constexpr LONG PeriodMs = 2;

//
// Gives its buffer back by itself.
//
class PoolBuffer
{
public:
    PoolBuffer() : m_Data(nullptr), m_Length(0) {}
    ~PoolBuffer() { Reset(); }

    _Check_return_ bool Reset(_In_ size_t Length)
    {
        Reset();
        m_Data = static_cast<PUCHAR>(ExAllocatePool2(POOL_FLAG_NON_PAGED, Length, PoolTag));
        m_Length = m_Data ? Length : 0;
        return m_Data != nullptr;
    }

    void Reset()
    {
        if (m_Data != NULL)
            ExFreePoolWithTag(m_Data, PoolTag);
        m_Data = NULL;
        m_Length = 0;
    }

    void Swap(PoolBuffer &Other)
    {
        auto data = m_Data;
        auto length = m_Length;
        m_Data = Other.m_Data;
        m_Length = Other.m_Length;
        Other.m_Data = data;
        Other.m_Length = length;
    }

    PUCHAR Data() const { return m_Data; }
    size_t Length() const { return m_Length; }

private:
    PUCHAR m_Data;
    size_t m_Length;
};

struct QUEUE_CONTEXT
{
    PoolBuffer Latest;
    WDFTIMER Timer;
    WDFREQUEST Waiting;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUEUE_CONTEXT, QueueContext)

class RelayDevice
{
public:
    static NTSTATUS Create(_Inout_ PWDFDEVICE_INIT Init);

private:
    static EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT Wake;
    static EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND Sleep;
    static EVT_WDF_IO_QUEUE_IO_READ Read;
    static EVT_WDF_IO_QUEUE_IO_WRITE Write;
    static EVT_WDF_REQUEST_CANCEL Cancel;
    static EVT_WDF_TIMER Tick;
    static EVT_WDF_OBJECT_CONTEXT_DESTROY Destroy;
    static NTSTATUS CreateQueue(_In_ WDFDEVICE Device);
    static void Wait(WDFREQUEST Request, QUEUE_CONTEXT *Context, size_t Bytes);
};
