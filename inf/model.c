/* SPDX-License-Identifier: MIT */
/*
 * What an x64 Windows would install from a file: [Version], [Manufacturer], the models, and for each
 * model its DDInstall section with .Services, .HW, .Wdf and .Interfaces.
 * Pages: install/inf-manufacturer-section, inf-models-section, inf-ddinstall-section and its kin.
 */
#include "inf/inf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    SPSVCINST_ASSOCSERVICE = 0x2,
    SERVICE_KERNEL_DRIVER = 1,
    SERVICE_DEMAND_START = 3,
    SERVICE_ERROR_NORMAL = 1,
    BUILD = 26100, /* the Windows that we say we are when a section is decorated with a version: 10.0.26100 */
    ITEMS_MAX = 4096,
};

/* What the build of a driver would have put in for the variables of an INX. */
static const char *const variables[][2] = {
    {"$ARCH$", "amd64"},
    {"$KMDFVERSION$", "1.15"},
    {"$UMDFVERSION$", "2.15.0"},
    {"$KMDFCOINSTALLERVERSION$", "01015"},
};

struct maker {
    const struct inf_file *file;
    struct inf_model *model;
    struct inf_error *error;
};

static char *value_of(struct maker *maker, const struct inf_line *line, unsigned index)
{
    if (index >= line->value_count)
        return string_copy("");
    char *text = inf_expand(maker->file, line->number, line->values[index], maker->error);
    for (size_t i = 0; text && i < sizeof variables / sizeof variables[0]; i++) {
        for (char *at; (at = strcasestr(text, variables[i][0]));) {
            char *next =
                string_format("%.*s%s%s", (int)(at - text), text, variables[i][1], at + strlen(variables[i][0]));
            free(text);
            text = next;
        }
    }
    return text;
}

/* The value after `KEY =` in the section; "" if it is not there, NULL with a message if it cannot be read. */
static char *entry_of(struct maker *maker, const struct inf_section *section, const char *key)
{
    const struct inf_line *line = inf_find(section, key);
    return line ? value_of(maker, line, 0) : string_copy("");
}

/* The same, but NULL (and true) for an empty one. */
static bool entry_maybe(struct maker *maker, const struct inf_section *section, const char *key, char **ret_value)
{
    char *value = entry_of(maker, section, key);
    if (!value)
        return false;
    if (!*value) {
        free(value);
        value = NULL;
    }
    *ret_value = value;
    return true;
}

static bool number_maybe(struct maker *maker, const struct inf_section *section, const char *key, uint32_t *number)
{
    char *value = entry_of(maker, section, key);
    if (!value)
        return false;
    char *end = value;
    unsigned long parsed = strtoul(value, &end, 0);
    bool good = end == value + strlen(value) && parsed <= UINT32_MAX;
    if (!good)
        inf_fail(maker->error, maker->file, inf_find(section, key)->number, "%s is no number", value);
    else if (*value)
        *number = (uint32_t)parsed;
    free(value);
    return good;
}

/*
 * How well a decoration NT[Architecture][.[Major][.[Minor][.[Product][.[Suite][.[Build]]]]]] fits;
 * 0 does not, a higher number fits better: the version first, then a named architecture.
 */
static uint64_t decoration_fits(const char *decoration)
{
    if (strncasecmp(decoration, "nt", 2))
        return 0;
    const char *at = decoration + 2;
    bool named = !strncasecmp(at, "amd64", 5);
    at += named ? 5 : 0;
    unsigned long parts[5] = {0};
    for (unsigned i = 0; *at == '.' && i < 5; i++) {
        char *end;
        parts[i] = strtoul(at + 1, &end, 0);
        at = end;
    }
    if (*at)
        return 0;
    if (parts[0] > 10 || parts[1] > 9 || (parts[0] == 10 && (parts[1] > 0 || parts[4] > BUILD)) || parts[4] > 0xffffff)
        return 0;
    return 1 + (((uint64_t)parts[0] << 32 | (uint64_t)parts[1] << 28 | parts[4]) << 1 | named);
}

/* [NAME.NTamd64], else [NAME.NT], else [NAME], each with `suffix`. */
static const struct inf_section *install_section(const struct inf_file *file, const char *name, const char *suffix)
{
    static const char *const decorations[] = {".NTamd64", ".NT", ""};
    const struct inf_section *section = NULL;
    for (unsigned i = 0; !section && i < 3; i++) {
        char *full = string_format("%s%s%s", name, decorations[i], suffix);
        section = inf_section(file, full);
        free(full);
    }
    return section;
}

static bool read_service(struct maker *maker, const char *name, const char *section_name, unsigned line,
                         unsigned *ret_index)
{
    struct inf_model *model = maker->model;
    for (unsigned i = 0; i < model->service_count; i++) {
        if (!strcasecmp(model->services[i].name, name)) {
            *ret_index = i;
            return true;
        }
    }
    const struct inf_section *section = inf_section(maker->file, section_name);
    if (!section)
        return inf_fail(maker->error, maker->file, line, "AddService names the section [%s], which is not there",
                        section_name);
    if (model->service_count == ITEMS_MAX)
        return inf_fail(maker->error, maker->file, line, "the file has more than %d services", ITEMS_MAX);
    model->services = memory_grow(model->services, (model->service_count + 1) * sizeof model->services[0]);
    struct inf_service *service = &model->services[model->service_count++];
    *service = (struct inf_service){.name = string_copy(name),
                                    .type = SERVICE_KERNEL_DRIVER,
                                    .start = SERVICE_DEMAND_START,
                                    .error_control = SERVICE_ERROR_NORMAL};
    *ret_index = model->service_count - 1;
    char *binary = NULL;
    if (!entry_maybe(maker, section, "ServiceBinary", &binary) ||
        !entry_maybe(maker, section, "DisplayName", &service->display) ||
        !number_maybe(maker, section, "ServiceType", &service->type) ||
        !number_maybe(maker, section, "StartType", &service->start) ||
        !number_maybe(maker, section, "ErrorControl", &service->error_control)) {
        free(binary);
        return false;
    }
    if (!binary)
        return inf_fail(maker->error, maker->file, section->number, "[%s] has no ServiceBinary", section->name);
    char *slash = strrchr(binary, '\\');
    service->binary = string_copy(slash ? slash + 1 : binary);
    free(binary);
    return inf_registry_read(maker->file, section, &service->registry, maker->error);
}

static bool read_services(struct maker *maker, struct inf_device *device, const char *install)
{
    const struct inf_section *section = install_section(maker->file, install, ".Services");
    device->service = INF_NO_SERVICE;
    for (unsigned i = 0; section && i < section->line_count; i++) {
        const struct inf_line *line = &section->lines[i];
        if (!line->key || strcasecmp(line->key, "AddService"))
            continue;
        char *name = value_of(maker, line, 0), *flags = value_of(maker, line, 1), *where = value_of(maker, line, 2);
        unsigned index = 0;
        bool good = name && flags && where;
        /* "AddService = ,2" says that the device needs no service of its own. */
        if (good && *name && *where)
            good = read_service(maker, name, where, line->number, &index);
        if (good && *name && !*where)
            good = inf_fail(maker->error, maker->file, line->number, "AddService names no section for the service %s",
                            name);
        if (good && *name && strtoul(flags, NULL, 0) & SPSVCINST_ASSOCSERVICE) {
            device->service = index;
            maker->model->services[index].associated = true;
        }
        free(name);
        free(flags);
        free(where);
        if (!good)
            return false;
    }
    return true;
}

/* [DDInstall.Wdf] KmdfService = service, section; that section has KmdfLibraryVersion. */
static bool read_wdf(struct maker *maker, const char *install)
{
    const struct inf_section *section = install_section(maker->file, install, ".Wdf");
    const struct inf_line *line = inf_find(section, "KmdfService");
    if (!line)
        return true;
    char *name = value_of(maker, line, 0), *where = value_of(maker, line, 1), *version = NULL;
    bool good = name && where;
    const struct inf_section *wdf = good ? inf_section(maker->file, where) : NULL;
    if (good && !wdf)
        good = inf_fail(maker->error, maker->file, line->number,
                        "KmdfService names the section [%s], which is not there", where);
    good = good && entry_maybe(maker, wdf, "KmdfLibraryVersion", &version);
    for (unsigned i = 0; good && version && i < maker->model->service_count; i++) {
        struct inf_service *service = &maker->model->services[i];
        if (!strcasecmp(service->name, name) && !service->kmdf_version)
            service->kmdf_version = string_copy(version);
    }
    free(name);
    free(where);
    free(version);
    return good;
}

static bool read_interfaces(struct maker *maker, struct inf_device *device, const char *install)
{
    const struct inf_section *section = install_section(maker->file, install, ".Interfaces");
    for (unsigned i = 0; section && i < section->line_count; i++) {
        const struct inf_line *line = &section->lines[i];
        if (!line->key || strcasecmp(line->key, "AddInterface"))
            continue;
        char *guid = value_of(maker, line, 0);
        if (!guid)
            return false;
        strings_take(&device->interfaces, guid);
    }
    return true;
}

static bool read_device(struct maker *maker, const struct inf_line *line, struct inf_device *device)
{
    device->service = INF_NO_SERVICE;
    device->description = inf_expand(maker->file, line->number, line->key, maker->error);
    device->install = value_of(maker, line, 0);
    device->hardware_id = value_of(maker, line, 1);
    if (!device->description || !device->install || !device->hardware_id)
        return false;
    if (!*device->install || !*device->hardware_id)
        return inf_fail(maker->error, maker->file, line->number, "a model needs an install section and a hardware id");
    for (unsigned i = 2; i < line->value_count; i++) {
        char *id = value_of(maker, line, i);
        if (!id)
            return false;
        strings_take(&device->compatible_ids, id);
    }
    const struct inf_section *section = install_section(maker->file, device->install, "");
    if (!section)
        return inf_fail(
            maker->error, maker->file, line->number,
            "the model \"%s\" names the install section [%s], which is not there (nor [%s.NT], nor [%s.NTamd64])",
            device->description, device->install, device->install, device->install);
    return inf_registry_read(maker->file, section, &device->software, maker->error) &&
           inf_registry_read(maker->file, install_section(maker->file, device->install, ".HW"), &device->hardware,
                             maker->error) &&
           read_services(maker, device, device->install) && read_wdf(maker, device->install) &&
           read_interfaces(maker, device, device->install);
}

static bool read_models(struct maker *maker, const struct inf_section *section)
{
    struct inf_model *model = maker->model;
    for (unsigned i = 0; i < section->line_count; i++) {
        if (!section->lines[i].key)
            return inf_fail(maker->error, maker->file, section->lines[i].number,
                            "a line of a models section is: description = install section, hardware id");
        if (model->device_count == ITEMS_MAX)
            return inf_fail(maker->error, maker->file, section->lines[i].number, "the file has more than %d models",
                            ITEMS_MAX);
        model->devices = memory_grow(model->devices, (model->device_count + 1) * sizeof model->devices[0]);
        struct inf_device *device = &model->devices[model->device_count++];
        memset(device, 0, sizeof *device);
        if (!read_device(maker, &section->lines[i], device))
            return false;
    }
    return true;
}

/* %Maker% = Models, NTamd64, NTamd64.10.0...16299, ...: the best decoration that fits names [Models.Decoration]. */
static bool read_maker(struct maker *maker, const struct inf_line *line)
{
    char *models = value_of(maker, line, 0);
    char *best = NULL;
    uint64_t best_fit = 0;
    bool good = models != NULL;
    for (unsigned i = 1; good && i < line->value_count; i++) {
        char *decoration = value_of(maker, line, i);
        uint64_t fit = decoration ? decoration_fits(decoration) : 0;
        good = decoration != NULL;
        if (fit > best_fit) {
            free(best);
            best = string_copy(decoration);
            best_fit = fit;
        }
        free(decoration);
    }
    if (good && (best || line->value_count == 1)) {
        char *name = string_format(best ? "%s.%s" : "%s%s", models, best ? best : "");
        const struct inf_section *section = inf_section(maker->file, name);
        /* An INX writes [Standard.NT$ARCH$]. */
        char *inx = string_format("%s.NT$ARCH$%s", models, best && strlen(best) > 7 ? best + 7 : "");
        section = section ? section : inf_section(maker->file, inx);
        good = section ? read_models(maker, section)
                       : inf_fail(maker->error, maker->file, line->number,
                                  "[Manufacturer] names the section [%s], which is not there", name);
        free(inx);
        free(name);
    }
    free(models);
    free(best);
    return good;
}

static bool read_version(struct maker *maker)
{
    struct inf_model *model = maker->model;
    const struct inf_section *version = inf_section(maker->file, "Version");
    if (!version)
        return inf_fail(maker->error, maker->file, 0, "the section [Version] is missing");
    char *signature = entry_of(maker, version, "Signature");
    if (!signature)
        return false;
    bool good = !strcasecmp(signature, "$Windows NT$") || !strcasecmp(signature, "$Chicago$") ||
                !strcasecmp(signature, "$Windows 95$");
    free(signature);
    if (!good)
        return inf_fail(maker->error, maker->file, version->number, "[Version] has no Signature = \"$Windows NT$\"");
    const struct inf_line *stamp = inf_find(version, "DriverVer");
    char *date = stamp ? value_of(maker, stamp, 0) : NULL, *number = stamp ? value_of(maker, stamp, 1) : NULL;
    if (date && number)
        model->version = string_format(*number ? "%s,%s" : "%s%s", date, number);
    free(date);
    free(number);
    if (stamp && !model->version)
        return false;
    return entry_maybe(maker, version, "Class", &model->class_name) &&
           entry_maybe(maker, version, "ClassGuid", &model->class_guid) &&
           entry_maybe(maker, version, "Provider", &model->provider) &&
           entry_maybe(maker, version, "CatalogFile", &model->catalog);
}

static bool read_all(struct maker *maker)
{
    if (!read_version(maker))
        return false;
    const struct inf_section *makers = inf_section(maker->file, "Manufacturer");
    if (!makers)
        return inf_fail(maker->error, maker->file, 0, "the section [Manufacturer] is missing");
    for (unsigned i = 0; i < makers->line_count; i++) {
        if (!read_maker(maker, &makers->lines[i]))
            return false;
    }
    if (!maker->model->device_count)
        return inf_fail(maker->error, maker->file, makers->number, "no model in it is for x64 (NTamd64)");
    return true;
}

struct inf_model *inf_model_make(const struct inf_file *file, struct inf_error *ret_error)
{
    struct maker maker = {.file = file, .model = memory_get(sizeof(struct inf_model)), .error = ret_error};
    maker.model->path = string_copy(file->path);
    if (read_all(&maker))
        return maker.model;
    inf_model_free(maker.model);
    return NULL;
}

struct inf_model *inf_model_read(const char *path, struct inf_error *ret_error)
{
    struct inf_file *file = inf_read(path, ret_error);
    struct inf_model *model = file ? inf_model_make(file, ret_error) : NULL;
    inf_close(file);
    return model;
}

void inf_model_free(struct inf_model *model)
{
    if (!model)
        return;
    for (unsigned i = 0; i < model->device_count; i++) {
        struct inf_device *device = &model->devices[i];
        free(device->description);
        free(device->hardware_id);
        free(device->install);
        strings_free(&device->compatible_ids);
        strings_free(&device->interfaces);
        inf_registry_free(&device->software);
        inf_registry_free(&device->hardware);
    }
    for (unsigned i = 0; i < model->service_count; i++) {
        struct inf_service *service = &model->services[i];
        free(service->name);
        free(service->display);
        free(service->binary);
        free(service->kmdf_version);
        inf_registry_free(&service->registry);
    }
    free(model->devices);
    free(model->services);
    free(model->path);
    free(model->class_name);
    free(model->class_guid);
    free(model->provider);
    free(model->version);
    free(model->catalog);
    free(model);
}
