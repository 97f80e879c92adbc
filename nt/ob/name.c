/* SPDX-License-Identifier: MIT */
/*
 * The name space. Every named object has its full path, with all symbolic links resolved, in one hash table; a
 * directory is an object whose path others begin with. Names compare without regard to case.
 */
#include "nt/ob/object.h"
#include "nt/ob/name.h"
#include "nt/ex/ex.h"

enum { BUCKETS = 256, LINKS_MAX = 32, PATH_BYTES_MAX = 32766, TAG_NAME = 'mNbO' };

struct ob_name {
    struct ob_name *next;
    void *object;
    ULONG hash;
    UNICODE_STRING path; /* its characters follow */
};
static struct ob_name *buckets[BUCKETS];

struct symlink {
    UNICODE_STRING target; /* its characters follow */
};

struct _OBJECT_TYPE ob_directory_type = {.name = "Directory", .wait_offset = OB_WAIT_NOT};
struct _OBJECT_TYPE ob_symlink_type = {.name = "SymbolicLink", .wait_offset = OB_WAIT_NOT};

static ULONG path_hash(const UNICODE_STRING *path)
{
    ULONG hash = 0;
    for (unsigned i = 0; i < path->Length / sizeof(WCHAR); i++)
        hash = hash * 31 + RtlUpcaseUnicodeChar(path->Buffer[i]);
    return hash;
}

static struct ob_name *name_find(const UNICODE_STRING *path)
{
    ULONG hash = path_hash(path);
    for (struct ob_name *name = buckets[hash % BUCKETS]; name != NULL; name = name->next) {
        if (name->hash == hash && RtlEqualUnicodeString(&name->path, path, TRUE))
            return name;
    }
    return NULL;
}

/* A path in pool that is changed while links are followed. */
struct walk {
    UNICODE_STRING path;
    unsigned links;
};

static NTSTATUS walk_begin(struct walk *walk, const UNICODE_STRING *path)
{
    const WCHAR *text = path->Buffer;
    if (path->Length == 0 || text[0] != L'\\')
        return STATUS_OBJECT_PATH_SYNTAX_BAD;
    if (path->Length > PATH_BYTES_MAX || path->Length % sizeof(WCHAR) != 0)
        return STATUS_OBJECT_NAME_INVALID;
    walk->links = 0;
    walk->path.Length = path->Length;
    walk->path.MaximumLength = path->Length;
    walk->path.Buffer = ex_alloc(path->Length, TAG_NAME);
    if (walk->path.Buffer == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    memcpy(walk->path.Buffer, text, path->Length);
    return STATUS_SUCCESS;
}

static void walk_end(struct walk *walk)
{
    ex_free(walk->path.Buffer);
}

/* Puts a link's target in the place of the first `bytes` of the path. */
static NTSTATUS walk_link(struct walk *walk, USHORT bytes, const UNICODE_STRING *target)
{
    size_t length = (size_t)target->Length + walk->path.Length - bytes;
    if (++walk->links > LINKS_MAX)
        return STATUS_OBJECT_NAME_NOT_FOUND; /* links in a circle lead nowhere */
    if (length > PATH_BYTES_MAX)
        return STATUS_OBJECT_NAME_INVALID;
    WCHAR *text = ex_alloc(length, TAG_NAME);
    if (text == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    memcpy(text, target->Buffer, target->Length);
    memcpy((char *)text + target->Length, (char *)walk->path.Buffer + bytes, walk->path.Length - bytes);
    ex_free(walk->path.Buffer);
    walk->path = (UNICODE_STRING){.Buffer = text, .Length = (USHORT)length, .MaximumLength = (USHORT)length};
    return STATUS_SUCCESS;
}

/* The longest prefix of the path, at whole components, that is a name. */
static struct ob_name *prefix_find(const UNICODE_STRING *path, USHORT *ret_bytes)
{
    UNICODE_STRING prefix = *path;
    for (;;) {
        struct ob_name *name = name_find(&prefix);
        if (name != NULL) {
            *ret_bytes = prefix.Length;
            return name;
        }
        do {
            prefix.Length -= sizeof(WCHAR);
        } while (prefix.Length > sizeof(WCHAR) && prefix.Buffer[prefix.Length / sizeof(WCHAR)] != L'\\');
        if (prefix.Length <= sizeof(WCHAR))
            break;
    }
    prefix.Length = sizeof(WCHAR); /* the root, "\" */
    *ret_bytes = 0;
    return name_find(&prefix);
}

/* Follows links until the prefix names something else. `stop_at_link`: a link that is the whole path is not followed.
 */
static NTSTATUS walk_run(struct walk *walk, bool stop_at_link, struct ob_name **ret_name, USHORT *ret_bytes)
{
    for (;;) {
        struct ob_name *name = prefix_find(&walk->path, ret_bytes);
        nt_assert(name != NULL, "the root directory exists");
        if (ob_type_of(name->object) != &ob_symlink_type || (stop_at_link && *ret_bytes == walk->path.Length)) {
            *ret_name = name;
            return STATUS_SUCCESS;
        }
        struct symlink *link = name->object;
        NTSTATUS status = walk_link(walk, *ret_bytes, &link->target);
        if (!NT_SUCCESS(status))
            return status;
    }
}

/* What it means that only a directory was found: one component is missing, or several. */
static NTSTATUS not_found(const UNICODE_STRING *path, USHORT bytes)
{
    unsigned components = 0;
    for (unsigned i = bytes / sizeof(WCHAR); i < path->Length / sizeof(WCHAR); i++)
        components += path->Buffer[i] == L'\\';
    return components > 1 ? STATUS_OBJECT_PATH_NOT_FOUND : STATUS_OBJECT_NAME_NOT_FOUND;
}

NTSTATUS ob_name_lookup(const UNICODE_STRING *path, POBJECT_TYPE type, void **ret_object, UNICODE_STRING *ret_rest,
                        void **ret_text)
{
    struct walk walk;
    struct ob_name *name;
    USHORT bytes;
    NTSTATUS status = walk_begin(&walk, path);
    if (!NT_SUCCESS(status))
        return status;
    status = walk_run(&walk, type == &ob_symlink_type, &name, &bytes);
    if (NT_SUCCESS(status) && ob_type_of(name->object) == &ob_directory_type && bytes != walk.path.Length &&
        !(bytes == 0 && walk.path.Length == sizeof(WCHAR)))
        status = not_found(&walk.path, bytes);
    if (NT_SUCCESS(status) && type != NULL && ob_type_of(name->object) != type)
        status = STATUS_OBJECT_TYPE_MISMATCH;
    if (!NT_SUCCESS(status)) {
        walk_end(&walk);
        return status;
    }
    ob_reference(name->object);
    *ret_object = name->object;
    if (ret_rest != NULL) {
        ret_rest->Buffer = walk.path.Buffer + bytes / sizeof(WCHAR);
        ret_rest->Length = walk.path.Length - bytes;
        ret_rest->MaximumLength = ret_rest->Length;
        *ret_text = walk.path.Buffer;
    } else {
        walk_end(&walk);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS name_add(const UNICODE_STRING *path, void *object)
{
    struct ob_name *name = ex_alloc(sizeof(*name) + path->Length, TAG_NAME);
    if (name == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    name->object = object;
    name->hash = path_hash(path);
    name->path = (UNICODE_STRING){.Buffer = (WCHAR *)(name + 1), .Length = path->Length, .MaximumLength = path->Length};
    memcpy(name->path.Buffer, path->Buffer, path->Length);
    name->next = buckets[name->hash % BUCKETS];
    buckets[name->hash % BUCKETS] = name;
    ob_header_of(object)->name = name;
    return STATUS_SUCCESS;
}

NTSTATUS ob_name_insert(const UNICODE_STRING *path, void *object)
{
    struct walk walk;
    struct ob_name *name;
    USHORT bytes;
    NTSTATUS status = walk_begin(&walk, path);
    if (!NT_SUCCESS(status))
        return status;
    status = walk_run(&walk, true, &name, &bytes);
    if (NT_SUCCESS(status)) {
        if (bytes == walk.path.Length)
            status = STATUS_OBJECT_NAME_COLLISION;
        else if (ob_type_of(name->object) != &ob_directory_type)
            status = STATUS_OBJECT_TYPE_MISMATCH;
        else if (not_found(&walk.path, bytes) == STATUS_OBJECT_PATH_NOT_FOUND)
            status = STATUS_OBJECT_PATH_NOT_FOUND;
        else if (walk.path.Length - bytes <= (int)sizeof(WCHAR))
            status = STATUS_OBJECT_NAME_INVALID; /* it ends with "\" */
        else
            status = name_add(&walk.path, object);
    }
    walk_end(&walk);
    return status;
}

void ob_name_remove(void *object)
{
    struct ob_header *header = ob_header_of(object);
    struct ob_name *name = header->name;
    if (name == NULL)
        return;
    header->name = NULL;
    struct ob_name **link = &buckets[name->hash % BUCKETS];
    while (*link != name)
        link = &(*link)->next;
    *link = name->next;
    ex_free(name);
}

UNICODE_STRING ob_name_of(void *object)
{
    struct ob_name *name = ob_header_of(object)->name;
    return name != NULL ? name->path : (UNICODE_STRING){0};
}

NTSTATUS ob_directory_create(const UNICODE_STRING *path)
{
    void *directory;
    NTSTATUS status = ob_create(&ob_directory_type, sizeof(ULONG64), &directory);
    if (!NT_SUCCESS(status))
        return status;
    status = ob_name_insert(path, directory);
    if (!NT_SUCCESS(status))
        ob_dereference(directory);
    return status; /* the name space keeps the reference */
}

NTSTATUS ob_symlink_create(const UNICODE_STRING *path, const UNICODE_STRING *target)
{
    struct symlink *link;
    void *object;
    NTSTATUS status = ob_create(&ob_symlink_type, sizeof(*link) + target->Length, &object);
    if (!NT_SUCCESS(status))
        return status;
    link = object;
    link->target =
        (UNICODE_STRING){.Buffer = (WCHAR *)(link + 1), .Length = target->Length, .MaximumLength = target->Length};
    memcpy(link->target.Buffer, target->Buffer, target->Length);
    status = ob_name_insert(path, link);
    if (!NT_SUCCESS(status))
        ob_dereference(link);
    return status; /* the name space keeps the reference */
}

NTSTATUS ob_symlink_delete(const UNICODE_STRING *path)
{
    void *link;
    NTSTATUS status = ob_name_lookup(path, &ob_symlink_type, &link, NULL, NULL);
    if (!NT_SUCCESS(status))
        return status;
    ob_name_remove(link);
    ob_dereference(link);
    ob_dereference(link); /* the one that the name space kept */
    return STATUS_SUCCESS;
}

void ob_names_init(void)
{
    static const WCHAR *const directories[] = {L"\\Device",   L"\\Driver",           L"\\??",
                                               L"\\Callback", L"\\BaseNamedObjects", L"\\KernelObjects"};
    UNICODE_STRING path = RTL_CONSTANT_STRING(L"\\"), target;
    void *root;
    ob_type_init(&ob_directory_type);
    ob_type_init(&ob_symlink_type);
    NTSTATUS status = ob_create(&ob_directory_type, sizeof(ULONG64), &root);
    nt_assert(NT_SUCCESS(status), "there is memory for the root directory");
    status = name_add(&path, root);
    nt_assert(NT_SUCCESS(status), "there is memory for the root directory");
    for (unsigned i = 0; i < nt_countof(directories); i++) {
        RtlInitUnicodeString(&path, directories[i]);
        status = ob_directory_create(&path);
        nt_assert(NT_SUCCESS(status), "the first directories can be made");
    }
    RtlInitUnicodeString(&target, L"\\??");
    RtlInitUnicodeString(&path, L"\\DosDevices");
    ob_symlink_create(&path, &target);
    RtlInitUnicodeString(&path, L"\\GLOBAL??");
    ob_symlink_create(&path, &target);
}
