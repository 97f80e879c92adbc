/* SPDX-License-Identifier: MIT */
/* Security descriptors, absolute and self-relative. Nothing in the machine is denied by them; drivers handle them. */
#include "nt/nt.h"

/* ntifs: RtlCreateSecurityDescriptor. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Revision)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    if (Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    memset(sd, 0, sizeof(*sd));
    sd->Revision = SECURITY_DESCRIPTOR_REVISION;
    return STATUS_SUCCESS;
}

/* The four parts, wherever they lie; NULL: not there. */
struct parts {
    void *owner, *group;
    PACL sacl, dacl;
};

static void *relative(PISECURITY_DESCRIPTOR sd, ULONG offset)
{
    return offset != 0 ? (char *)sd + offset : NULL;
}

static struct parts parts_of(PISECURITY_DESCRIPTOR sd)
{
    if ((sd->Control & SE_SELF_RELATIVE) == 0)
        return (struct parts){.owner = sd->Owner, .group = sd->Group, .sacl = sd->Sacl, .dacl = sd->Dacl};
    const SECURITY_DESCRIPTOR_RELATIVE *r = (SECURITY_DESCRIPTOR_RELATIVE *)sd;
    return (struct parts){.owner = relative(sd, r->Owner),
                          .group = relative(sd, r->Group),
                          .sacl = relative(sd, r->Sacl),
                          .dacl = relative(sd, r->Dacl)};
}

/* ntifs: RtlSetDaclSecurityDescriptor. Absolute form only. */
NTSTATUS NTAPI RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, BOOLEAN DaclPresent, PACL Dacl,
                                            BOOLEAN DaclDefaulted)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    if (sd->Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    if ((sd->Control & SE_SELF_RELATIVE) != 0)
        return STATUS_INVALID_SECURITY_DESCR;
    sd->Control &= (USHORT) ~(SE_DACL_PRESENT | SE_DACL_DEFAULTED);
    if (DaclPresent)
        sd->Control |= SE_DACL_PRESENT | (DaclDefaulted ? SE_DACL_DEFAULTED : 0);
    sd->Dacl = DaclPresent ? Dacl : NULL;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Owner,
                                             BOOLEAN OwnerDefaulted)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    if (sd->Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    if ((sd->Control & SE_SELF_RELATIVE) != 0)
        return STATUS_INVALID_SECURITY_DESCR;
    sd->Owner = Owner;
    sd->Control = (USHORT)((sd->Control & ~SE_OWNER_DEFAULTED) | (OwnerDefaulted ? SE_OWNER_DEFAULTED : 0));
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlSetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID Group,
                                             BOOLEAN GroupDefaulted)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    if (sd->Revision != SECURITY_DESCRIPTOR_REVISION)
        return STATUS_UNKNOWN_REVISION;
    if ((sd->Control & SE_SELF_RELATIVE) != 0)
        return STATUS_INVALID_SECURITY_DESCR;
    sd->Group = Group;
    sd->Control = (USHORT)((sd->Control & ~SE_GROUP_DEFAULTED) | (GroupDefaulted ? SE_GROUP_DEFAULTED : 0));
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN DaclPresent, PACL *Dacl,
                                            PBOOLEAN DaclDefaulted)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    *DaclPresent = (sd->Control & SE_DACL_PRESENT) != 0;
    if (*DaclPresent) {
        *Dacl = parts_of(sd).dacl;
        *DaclDefaulted = (sd->Control & SE_DACL_DEFAULTED) != 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetSaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PBOOLEAN SaclPresent, PACL *Sacl,
                                            PBOOLEAN SaclDefaulted)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    *SaclPresent = (sd->Control & SE_SACL_PRESENT) != 0;
    if (*SaclPresent) {
        *Sacl = parts_of(sd).sacl;
        *SaclDefaulted = (sd->Control & SE_SACL_DEFAULTED) != 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID *Owner,
                                             PBOOLEAN OwnerDefaulted)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    *Owner = parts_of(sd).owner;
    *OwnerDefaulted = (sd->Control & SE_OWNER_DEFAULTED) != 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, PSID *Group,
                                             PBOOLEAN GroupDefaulted)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    *Group = parts_of(sd).group;
    *GroupDefaulted = (sd->Control & SE_GROUP_DEFAULTED) != 0;
    return STATUS_SUCCESS;
}

static ULONG aligned(ULONG bytes)
{
    return (bytes + 3) & ~3u;
}

/* ntifs: RtlLengthSecurityDescriptor. */
ULONG NTAPI RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    struct parts parts = parts_of(sd);
    ULONG bytes = (sd->Control & SE_SELF_RELATIVE) != 0 ? sizeof(SECURITY_DESCRIPTOR_RELATIVE) : sizeof(*sd);
    bytes += parts.owner != NULL ? aligned(RtlLengthSid(parts.owner)) : 0;
    bytes += parts.group != NULL ? aligned(RtlLengthSid(parts.group)) : 0;
    bytes += parts.sacl != NULL ? aligned(parts.sacl->AclSize) : 0;
    bytes += parts.dacl != NULL ? aligned(parts.dacl->AclSize) : 0;
    return bytes;
}

BOOLEAN NTAPI RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor)
{
    PISECURITY_DESCRIPTOR sd = SecurityDescriptor;
    if (sd == NULL || sd->Revision != SECURITY_DESCRIPTOR_REVISION)
        return FALSE;
    struct parts parts = parts_of(sd);
    return (parts.owner == NULL || RtlValidSid(parts.owner)) && (parts.group == NULL || RtlValidSid(parts.group));
}

static ULONG put(PISECURITY_DESCRIPTOR to, ULONG *at, const void *part, ULONG bytes)
{
    ULONG offset = *at;
    if (part == NULL)
        return 0;
    memcpy((char *)to + offset, part, bytes);
    *at += aligned(bytes);
    return offset;
}

/* ntifs: RtlAbsoluteToSelfRelativeSD. STATUS_BUFFER_TOO_SMALL with the size that it takes. */
NTSTATUS NTAPI RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR AbsoluteSecurityDescriptor,
                                           PSECURITY_DESCRIPTOR SelfRelativeSecurityDescriptor, PULONG BufferLength)
{
    PISECURITY_DESCRIPTOR from = AbsoluteSecurityDescriptor, to = SelfRelativeSecurityDescriptor;
    if ((from->Control & SE_SELF_RELATIVE) != 0)
        return STATUS_BAD_DESCRIPTOR_FORMAT;
    struct parts parts = parts_of(from);
    ULONG bytes = RtlLengthSecurityDescriptor(from) - sizeof(*from) + sizeof(SECURITY_DESCRIPTOR_RELATIVE);
    if (*BufferLength < bytes) {
        *BufferLength = bytes;
        return STATUS_BUFFER_TOO_SMALL;
    }
    memset(to, 0, bytes);
    ULONG at = sizeof(SECURITY_DESCRIPTOR_RELATIVE);
    SECURITY_DESCRIPTOR_RELATIVE *head = (SECURITY_DESCRIPTOR_RELATIVE *)to;
    head->Revision = from->Revision;
    head->Control = from->Control | SE_SELF_RELATIVE;
    head->Sacl = put(to, &at, parts.sacl, parts.sacl != NULL ? parts.sacl->AclSize : 0);
    head->Dacl = put(to, &at, parts.dacl, parts.dacl != NULL ? parts.dacl->AclSize : 0);
    head->Owner = put(to, &at, parts.owner, parts.owner != NULL ? RtlLengthSid(parts.owner) : 0);
    head->Group = put(to, &at, parts.group, parts.group != NULL ? RtlLengthSid(parts.group) : 0);
    return STATUS_SUCCESS;
}
