/* SPDX-License-Identifier: MIT */
/*
 * INF and INX files: the syntax, and what such a file would install on an x64 Windows.
 * Follows the "INF File Sections and Directives" pages of the Windows driver documentation.
 */
#ifndef KMDOCK_INF_H
#define KMDOCK_INF_H

#include "inf/text.h"

enum { INF_MESSAGE_MAX = 512 };

/* What is wrong, as a person should read it: "echo.inx:12: ..." */
struct inf_error {
    char message[INF_MESSAGE_MAX];
};

/* `key = value, value`; a line without '=' has no key. Values are unquoted, their %strings% not yet replaced. */
struct inf_line {
    char *key; /* NULL if there is none */
    char **values;
    unsigned value_count;
    unsigned number; /* of the line in the file, from 1 */
};

struct inf_section {
    char *name;
    struct inf_line *lines;
    unsigned line_count;
    unsigned number;
};

/* Sections of one name are merged, as Windows does. */
struct inf_file {
    char *path;
    struct inf_section *sections;
    unsigned section_count;
};

/* Reads the syntax; NULL with a message. `path` is only for messages. */
struct inf_file *inf_parse(const char *path, const void *data, size_t size, struct inf_error *ret_error);
struct inf_file *inf_read(const char *path, struct inf_error *ret_error);
void inf_close(struct inf_file *file);

/* Names match without regard to case. */
const struct inf_section *inf_section(const struct inf_file *file, const char *name);
const struct inf_line *inf_find(const struct inf_section *section, const char *key);
/* `text` with its %strings% replaced; NULL with a message if one is not defined. The caller frees it. */
char *inf_expand(const struct inf_file *file, unsigned line, const char *text, struct inf_error *ret_error);
/* Always false, so that a function can end with it. */
bool inf_fail(struct inf_error *ret_error, const struct inf_file *file, unsigned line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* One value that an AddReg section writes. */
struct inf_registry {
    char *root; /* "HKR", "HKLM", ... */
    char *subkey;
    char *name;     /* "" is the key's default value */
    uint32_t flags; /* FLG_ADDREG_..., type in the high half */
    struct strings values;
};

struct inf_registry_list {
    struct inf_registry *items;
    unsigned count;
};

struct inf_service {
    char *name;
    char *display; /* NULL if not given */
    char *binary;  /* file name, "echo.sys" */
    uint32_t type, start, error_control;
    bool associated;    /* SPSVCINST_ASSOCSERVICE: the device's function driver */
    char *kmdf_version; /* "1.15", NULL if the driver is no KMDF driver */
    struct inf_registry_list registry;
};

struct inf_device {
    char *description;
    char *hardware_id;
    struct strings compatible_ids;
    char *install;                     /* the DDInstall section, as written in the models section */
    unsigned service;                  /* index of its function driver, or INF_NO_SERVICE */
    struct inf_registry_list software; /* HKR: the driver's key */
    struct inf_registry_list hardware; /* HKR: the device's key */
    struct strings interfaces;         /* GUIDs of [DDInstall.Interfaces] */
};

#define INF_NO_SERVICE (~0u)

struct inf_model {
    char *path;
    char *class_name;
    char *class_guid;
    char *provider;
    char *version; /* DriverVer, NULL if not given */
    char *catalog; /* NULL if not given */
    struct inf_device *devices;
    unsigned device_count;
    struct inf_service *services;
    unsigned service_count;
};

/* What an x64 Windows would install; NULL with a message. INX variables ($ARCH$, $KMDFVERSION$) have their values. */
struct inf_model *inf_model_make(const struct inf_file *file, struct inf_error *ret_error);
struct inf_model *inf_model_read(const char *path, struct inf_error *ret_error);
void inf_model_free(struct inf_model *model);

/* AddReg of one DDInstall section (registry.c); false with a message. `section` NULL adds nothing. */
bool inf_registry_read(const struct inf_file *file, const struct inf_section *section, struct inf_registry_list *list,
                       struct inf_error *ret_error);
void inf_registry_free(struct inf_registry_list *list);

/* The first line of every .reg text. */
#define INF_REGISTRY_HEADER "Windows Registry Editor Version 5.00\r\n\r\n"
/* "[key]", then "name"=dword or string. For people's `--set`. */
void inf_registry_key(struct text *text, const char *key);
void inf_registry_string(struct text *text, const char *name, const char *value);
void inf_registry_dword(struct text *text, const char *name, uint32_t value);
/* What a list writes, with `hkr` for HKR. */
void inf_registry_text(struct text *text, const struct inf_registry_list *list, const char *hkr);
/* The service's key and what its AddReg sections write, as .reg text without the header. */
void inf_service_text(struct text *text, const struct inf_service *service);
/* The registry text of one device that is root\CLASS\`number`. */
void inf_device_text(struct text *text, const struct inf_model *model, const struct inf_device *device,
                     unsigned number);

struct inf_stamp {
    const char *architecture; /* NULL: "amd64" */
    const char *date;         /* "MM/DD/YYYY"; NULL: what stands there */
    const char *version;      /* "1.2.3.4"; NULL: what stands there */
    const char *kmdf_version; /* NULL: "1.15" */
    const char *umdf_version; /* NULL: "2.15.0" */
    const char *catalog;      /* NULL: what stands there */
};

/* INX → INF (stamp.c): variables and DriverVer, everything else byte for byte, in the file's encoding. */
bool inf_stamp_text(const char *path, const void *data, size_t size, const struct inf_stamp *stamp,
                    struct text *ret_data, struct inf_error *ret_error);

#endif
