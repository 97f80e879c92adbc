/* SPDX-License-Identifier: MIT */
/* Security identifiers and access control lists. */
#include "nt/nt.h"
#include "nt/rtl/format.h"

/* ntifs: RtlLengthRequiredSid. Any IRQL. */
ULONG NTAPI RtlLengthRequiredSid(ULONG SubAuthorityCount)
{
    return FIELD_OFFSET(SID, SubAuthority) + SubAuthorityCount * sizeof(ULONG);
}

ULONG NTAPI RtlLengthSid(PSID Sid)
{
    return RtlLengthRequiredSid(((PISID)Sid)->SubAuthorityCount);
}

BOOLEAN NTAPI RtlValidSid(PSID Sid)
{
    const PISID sid = Sid;
    return sid != NULL && sid->Revision == SID_REVISION && sid->SubAuthorityCount <= SID_MAX_SUB_AUTHORITIES;
}

NTSTATUS NTAPI RtlInitializeSid(PSID Sid, PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, UCHAR SubAuthorityCount)
{
    PISID sid = Sid;
    if (SubAuthorityCount > SID_MAX_SUB_AUTHORITIES)
        return STATUS_INVALID_PARAMETER;
    sid->Revision = SID_REVISION;
    sid->SubAuthorityCount = SubAuthorityCount;
    sid->IdentifierAuthority = *IdentifierAuthority;
    return STATUS_SUCCESS;
}

PULONG NTAPI RtlSubAuthoritySid(PSID Sid, ULONG SubAuthority)
{
    return &((PISID)Sid)->SubAuthority[SubAuthority];
}

PUCHAR NTAPI RtlSubAuthorityCountSid(PSID Sid)
{
    return &((PISID)Sid)->SubAuthorityCount;
}

BOOLEAN NTAPI RtlEqualSid(PSID Sid1, PSID Sid2)
{
    ULONG bytes = RtlLengthSid(Sid1);
    return bytes == RtlLengthSid(Sid2) && memcmp(Sid1, Sid2, bytes) == 0;
}

NTSTATUS NTAPI RtlCopySid(ULONG Length, PSID Destination, PSID Source)
{
    ULONG bytes = RtlLengthSid(Source);
    if (bytes > Length)
        return STATUS_BUFFER_TOO_SMALL;
    memmove(Destination, Source, bytes);
    return STATUS_SUCCESS;
}

/* ntifs: RtlConvertSidToUnicodeString. PASSIVE_LEVEL. "S-1-5-18" */
NTSTATUS NTAPI RtlConvertSidToUnicodeString(PUNICODE_STRING UnicodeString, PSID Sid, BOOLEAN AllocateDestinationString)
{
    enum { TEXT_MAX = 256 };
    char text[TEXT_MAX];
    const PISID sid = Sid;
    if (!RtlValidSid(Sid))
        return STATUS_INVALID_SID;
    ULONG64 authority = 0;
    for (unsigned i = 0; i < sizeof(sid->IdentifierAuthority.Value); i++)
        authority = authority << 8 | sid->IdentifierAuthority.Value[i];
    size_t length = rtl_format(text, sizeof(text), authority > MAXULONG ? "S-1-0x%llx" : "S-1-%llu", authority);
    for (unsigned i = 0; i < sid->SubAuthorityCount; i++)
        length += rtl_format(text + length, sizeof(text) - length, "-%u", (unsigned)sid->SubAuthority[i]);
    ANSI_STRING narrow = {.Buffer = text, .Length = (USHORT)length, .MaximumLength = sizeof(text)};
    return RtlAnsiStringToUnicodeString(UnicodeString, &narrow, AllocateDestinationString);
}

/* -- access control lists -------------------------------------------------------------------------- */

/* ntifs: RtlCreateAcl. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI RtlCreateAcl(PACL Acl, ULONG AclLength, ULONG AclRevision)
{
    if (AclLength < sizeof(ACL))
        return STATUS_BUFFER_TOO_SMALL;
    if (AclLength > MAXUSHORT || AclRevision < MIN_ACL_REVISION || AclRevision > MAX_ACL_REVISION)
        return STATUS_INVALID_PARAMETER;
    *Acl = (ACL){.AclRevision = (UCHAR)AclRevision, .AclSize = (USHORT)(AclLength & ~3u)};
    return STATUS_SUCCESS;
}

/* Where the next entry would go; NULL if the list is malformed. */
static PACE_HEADER acl_end(PACL acl)
{
    char *at = (char *)(acl + 1), *limit = (char *)acl + acl->AclSize;
    for (USHORT i = 0; i < acl->AceCount; i++) {
        if (limit - at < (ptrdiff_t)sizeof(ACE_HEADER) || ((PACE_HEADER)at)->AceSize < sizeof(ACE_HEADER) ||
            limit - at < ((PACE_HEADER)at)->AceSize)
            return NULL;
        at += ((PACE_HEADER)at)->AceSize;
    }
    return (PACE_HEADER)at;
}

/* ntifs: RtlAddAccessAllowedAceEx. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI RtlAddAccessAllowedAceEx(PACL Acl, ULONG AceRevision, ULONG AceFlags, ACCESS_MASK AccessMask, PSID Sid)
{
    if (!RtlValidSid(Sid))
        return STATUS_INVALID_SID;
    if (AceRevision > MAX_ACL_REVISION || Acl->AclRevision > MAX_ACL_REVISION)
        return STATUS_REVISION_MISMATCH;
    PACCESS_ALLOWED_ACE ace = (PACCESS_ALLOWED_ACE)acl_end(Acl);
    ULONG bytes = FIELD_OFFSET(ACCESS_ALLOWED_ACE, SidStart) + RtlLengthSid(Sid);
    if (ace == NULL)
        return STATUS_INVALID_ACL;
    if ((char *)ace + bytes > (char *)Acl + Acl->AclSize)
        return STATUS_ALLOTTED_SPACE_EXCEEDED;
    ace->Header =
        (ACE_HEADER){.AceType = ACCESS_ALLOWED_ACE_TYPE, .AceFlags = (UCHAR)AceFlags, .AceSize = (USHORT)bytes};
    ace->Mask = AccessMask;
    RtlCopySid(RtlLengthSid(Sid), &ace->SidStart, Sid);
    Acl->AceCount++;
    if (AceRevision > Acl->AclRevision)
        Acl->AclRevision = (UCHAR)AceRevision;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAddAccessAllowedAce(PACL Acl, ULONG AceRevision, ACCESS_MASK AccessMask, PSID Sid)
{
    return RtlAddAccessAllowedAceEx(Acl, AceRevision, 0, AccessMask, Sid);
}

/* ntifs: RtlGetAce. */
NTSTATUS NTAPI RtlGetAce(PACL Acl, ULONG AceIndex, PVOID *Ace)
{
    char *at = (char *)(Acl + 1);
    if (AceIndex >= Acl->AceCount || acl_end(Acl) == NULL)
        return STATUS_INVALID_PARAMETER;
    while (AceIndex-- != 0)
        at += ((PACE_HEADER)at)->AceSize;
    *Ace = at;
    return STATUS_SUCCESS;
}

/* ntifs: RtlMapGenericMask. Any IRQL. */
VOID NTAPI RtlMapGenericMask(PACCESS_MASK AccessMask, PGENERIC_MAPPING GenericMapping)
{
    const struct {
        ACCESS_MASK generic, specific;
    } pairs[] = {{GENERIC_READ, GenericMapping->GenericRead},
                 {GENERIC_WRITE, GenericMapping->GenericWrite},
                 {GENERIC_EXECUTE, GenericMapping->GenericExecute},
                 {GENERIC_ALL, GenericMapping->GenericAll}};
    for (unsigned i = 0; i < nt_countof(pairs); i++) {
        if ((*AccessMask & pairs[i].generic) != 0)
            *AccessMask = (*AccessMask & ~pairs[i].generic) | pairs[i].specific;
    }
}
