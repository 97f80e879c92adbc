/* SPDX-License-Identifier: MIT */
/* kmdock inf stamp|show: INX → INF, and what such a file would install. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jansson.h>

#include "inf/inf.h"

struct arguments {
    const char *verb;
    const char *path;
    const char *output;
    struct inf_stamp stamp;
    bool json;
};

enum { KEY_ARCHITECTURE = 256, KEY_DATE, KEY_VERSION, KEY_KMDF, KEY_UMDF, KEY_CATALOG };

static const struct argp_option options[] = {
    {NULL, 0, NULL, 0, "inf stamp:", 1},
    {"output", 'o', "FILE", 0, "Where to write (default: the INX's name with .inf; - is standard output)", 1},
    {"arch", KEY_ARCHITECTURE, "NAME", 0, "The value of $ARCH$ (default amd64)", 1},
    {"date", KEY_DATE, "MM/DD/YYYY", 0, "DriverVer's date; * is today", 1},
    {"driver-version", KEY_VERSION, "W.X.Y.Z", 0, "DriverVer's version", 1},
    {"kmdf", KEY_KMDF, "1.N", 0, "The value of $KMDFVERSION$ (default 1.15)", 1},
    {"umdf", KEY_UMDF, "2.N.0", 0, "The value of $UMDFVERSION$", 1},
    {"catalog", KEY_CATALOG, "FILE.cat", 0, "CatalogFile", 1},
    {NULL, 0, NULL, 0, "inf show:", 2},
    {"json", 'j', NULL, 0, "Print JSON", 2},
    {0},
};

/* One to `most` numbers up to 65535 with dots between them, as Windows compares them. */
static bool is_version(const char *text, unsigned least, unsigned most)
{
    unsigned count = 0;
    for (const char *at = text;; at++) {
        char *end;
        unsigned long number = strtoul(at, &end, 10);
        if (*at < '0' || *at > '9' || number > 65535 || ++count > most)
            return false;
        at = end;
        if (*at != '.')
            return !*at && count >= least;
    }
}

/* MM/DD/YYYY, or * for today. */
static bool is_date(const char *text)
{
    struct tm parts = {0};
    const char *end = strptime(text, "%m/%d/%Y", &parts);
    return !strcmp(text, "*") || (end && !*end && strlen(text) == 10);
}

static void check_stamp(const struct inf_stamp *stamp, struct argp_state *state)
{
    if (stamp->date && !is_date(stamp->date))
        argp_error(state, "--date wants MM/DD/YYYY or *, not %s", stamp->date);
    if (stamp->version && !is_version(stamp->version, 1, 4))
        argp_error(state, "--driver-version wants up to four numbers below 65536, as in 1.2.3.4, not %s",
                   stamp->version);
    if (stamp->kmdf_version && !is_version(stamp->kmdf_version, 2, 2))
        argp_error(state, "--kmdf wants a version as in 1.15, not %s", stamp->kmdf_version);
    if (stamp->umdf_version && !is_version(stamp->umdf_version, 2, 3))
        argp_error(state, "--umdf wants a version as in 2.15.0, not %s", stamp->umdf_version);
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'o':
        arguments->output = argument;
        return 0;
    case KEY_ARCHITECTURE:
        arguments->stamp.architecture = argument;
        return 0;
    case KEY_DATE:
        arguments->stamp.date = argument;
        return 0;
    case KEY_VERSION:
        arguments->stamp.version = argument;
        return 0;
    case KEY_KMDF:
        arguments->stamp.kmdf_version = argument;
        return 0;
    case KEY_UMDF:
        arguments->stamp.umdf_version = argument;
        return 0;
    case KEY_CATALOG:
        arguments->stamp.catalog = argument;
        return 0;
    case 'j':
        arguments->json = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num > 1)
            argp_error(state, "more than one FILE");
        *(state->arg_num ? &arguments->path : &arguments->verb) = argument;
        return 0;
    case ARGP_KEY_END:
        if (!arguments->verb || !arguments->path)
            argp_error(state, "inf needs a verb (stamp or show) and a FILE");
        check_stamp(&arguments->stamp, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp parser = {
    .options = options,
    .parser = parse,
    .args_doc = "stamp FILE.inx\nshow FILE.inf",
    .doc = "Make an INF of an INX, or show what a file would install on an x64 Windows.",
};

static char *output_name(const char *path)
{
    size_t length = strlen(path);
    bool inx = length > 4 && !strcasecmp(path + length - 4, ".inx");
    return string_format("%.*s.inf", (int)(inx ? length - 4 : length), path);
}

static int stamp_file(const struct arguments *arguments)
{
    struct text in = {0}, out = {0};
    struct inf_error error;
    struct inf_stamp stamp = arguments->stamp;
    char today[16];
    if (stamp.date && !strcmp(stamp.date, "*")) {
        const char *epoch = getenv("SOURCE_DATE_EPOCH"); /* for builds that come out the same every day */
        time_t now = epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
        struct tm parts;
        gmtime_r(&now, &parts);
        strftime(today, sizeof today, "%m/%d/%Y", &parts);
        stamp.date = today;
    }
    if (!file_read(arguments->path, &in))
        return complain(EXIT_WRONG, "%s: %s", arguments->path, strerror(errno));
    int status = EXIT_WELL;
    char *name = arguments->output ? string_copy(arguments->output) : output_name(arguments->path);
    if (!inf_stamp_text(arguments->path, in.data, in.size, &stamp, &out, &error))
        status = complain(EXIT_WRONG, "%s", error.message);
    else if (!strcmp(name, "-"))
        fwrite(out.data, 1, out.size, stdout);
    else if (!strcmp(name, arguments->path))
        status = complain(EXIT_WRONG, "%s is what is read; say with -o where to write", name);
    else if (!file_write(name, out.data, out.size))
        status = complain(EXIT_WRONG, "%s: %s", name, strerror(errno));
    free(name);
    text_free(&in);
    text_free(&out);
    return status;
}

static void show_registry(const struct inf_registry_list *list, const char *hkr)
{
    for (unsigned i = 0; i < list->count; i++) {
        const struct inf_registry *entry = &list->items[i];
        printf("    %s%s%s  %s =", strcasecmp(entry->root, "HKR") ? entry->root : hkr, *entry->subkey ? "\\" : "",
               entry->subkey, *entry->name ? entry->name : "(default)");
        for (size_t j = 0; j < entry->values.count; j++)
            printf("%s%s", j ? ", " : " ", entry->values.items[j]);
        printf("  (%s)\n", (entry->flags & 0xffff0001) == 0x10001   ? "REG_DWORD"
                           : (entry->flags & 0xffff0001) == 0x10000 ? "REG_MULTI_SZ"
                           : (entry->flags & 0xffff0001) == 0x20000 ? "REG_EXPAND_SZ"
                           : entry->flags & 1                       ? "REG_BINARY"
                                                                    : "REG_SZ");
    }
}

static void show_service(const struct inf_service *service)
{
    static const char *const starts[] = {"boot", "system", "automatic", "on demand", "disabled"};
    printf("service %s\n", service->name);
    if (service->display)
        printf("    name      %s\n", service->display);
    printf("    image     %s\n", service->binary);
    printf("    starts    %s\n", service->start < 5 ? starts[service->start] : "?");
    if (service->kmdf_version)
        printf("    KMDF      %s\n", service->kmdf_version);
    show_registry(&service->registry, "service");
}

static void show_device(const struct inf_model *model, const struct inf_device *device)
{
    printf("device %s\n", device->description);
    printf("    hardware id  %s\n", device->hardware_id);
    for (size_t i = 0; i < device->compatible_ids.count; i++)
        printf("    compatible   %s\n", device->compatible_ids.items[i]);
    printf("    installed by [%s]\n", device->install);
    printf("    service      %s\n",
           device->service == INF_NO_SERVICE ? "(none)" : model->services[device->service].name);
    for (size_t i = 0; i < device->interfaces.count; i++)
        printf("    interface    %s\n", device->interfaces.items[i]);
    show_registry(&device->hardware, "device");
    show_registry(&device->software, "driver");
}

static void show_text(const struct inf_model *model)
{
    printf("%s\n", model->path);
    printf("    class     %s %s\n", model->class_name ? model->class_name : "(none)",
           model->class_guid ? model->class_guid : "");
    if (model->provider)
        printf("    provider  %s\n", model->provider);
    if (model->version)
        printf("    version   %s\n", model->version);
    if (model->catalog)
        printf("    catalog   %s\n", model->catalog);
    for (unsigned i = 0; i < model->device_count; i++)
        show_device(model, &model->devices[i]);
    for (unsigned i = 0; i < model->service_count; i++)
        show_service(&model->services[i]);
}

static json_t *registry_json(const struct inf_registry_list *list)
{
    json_t *array = json_array();
    for (unsigned i = 0; i < list->count; i++) {
        const struct inf_registry *entry = &list->items[i];
        json_t *values = json_array();
        for (size_t j = 0; j < entry->values.count; j++)
            json_array_append_new(values, json_string(entry->values.items[j]));
        json_array_append_new(array,
                              json_pack("{s:s, s:s, s:s, s:I, s:o}", "root", entry->root, "key", entry->subkey, "name",
                                        entry->name, "flags", (json_int_t)entry->flags, "values", values));
    }
    return array;
}

static void show_json(const struct inf_model *model)
{
    json_t *devices = json_array(), *services = json_array();
    for (unsigned i = 0; i < model->device_count; i++) {
        const struct inf_device *device = &model->devices[i];
        const char *service = device->service == INF_NO_SERVICE ? NULL : model->services[device->service].name;
        json_array_append_new(devices, json_pack("{s:s, s:s, s:s, s:s?, s:o, s:o}", "description", device->description,
                                                 "hardware_id", device->hardware_id, "install", device->install,
                                                 "service", service, "hardware", registry_json(&device->hardware),
                                                 "software", registry_json(&device->software)));
    }
    for (unsigned i = 0; i < model->service_count; i++) {
        const struct inf_service *service = &model->services[i];
        json_array_append_new(services, json_pack("{s:s, s:s?, s:s, s:i, s:s?, s:o}", "name", service->name, "display",
                                                  service->display, "image", service->binary, "start",
                                                  (int)service->start, "kmdf_version", service->kmdf_version,
                                                  "registry", registry_json(&service->registry)));
    }
    json_t *root = json_pack("{s:s?, s:s?, s:s?, s:s?, s:s?, s:o, s:o}", "class", model->class_name, "class_guid",
                             model->class_guid, "provider", model->provider, "version", model->version, "catalog",
                             model->catalog, "devices", devices, "services", services);
    json_dumpf(root, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(root);
}

int command_inf(int argc, char **argv)
{
    struct arguments arguments = {0};
    struct inf_error error;
    if (argp_parse(&parser, argc, argv, 0, NULL, &arguments))
        return EXIT_WRONG;
    if (!strcmp(arguments.verb, "stamp"))
        return stamp_file(&arguments);
    if (!strcmp(arguments.verb, "verify"))
        return complain(EXIT_WRONG, "inf verify is not in this version yet");
    if (strcmp(arguments.verb, "show"))
        return complain(EXIT_WRONG, "inf has no verb %s; it has stamp and show", arguments.verb);
    struct inf_model *model = inf_model_read(arguments.path, &error);
    if (!model)
        return complain(EXIT_WRONG, "%s", error.message);
    if (arguments.json)
        show_json(model);
    else
        show_text(model);
    inf_model_free(model);
    return EXIT_WELL;
}
