/* SPDX-License-Identifier: MIT */
/* INF files: syntax, what an x64 Windows would install, the registry text, stamping. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "inf/inf.h"

static const char usual[] = "[Version]\n"
                            "Signature = \"$Windows NT$\"\n"
                            "Class = Sample ; a comment\n"
                            "ClassGuid = {78A1C341-4539-11d3-B88D-00C04FAD5171}\n"
                            "Provider = %Me%\n"
                            "DriverVer = 01/02/2026,1.2.3.4\n"
                            "[Manufacturer]\n"
                            "%Me% = Models, NTx86, NTamd64, NTarm64\n"
                            "[Models.NTx86]\n"
                            "\"Wrong\" = Wrong, root\\WRONG\n"
                            "[Models.NTamd64]\n"
                            "%Device% = Install, root\\ECHO, \\\n"
                            "   other\\ECHO\n"
                            "[Install.NT]\n"
                            "CopyFiles = Files\n"
                            "[Install.NT.HW]\n"
                            "AddReg = Hardware\n"
                            "[Hardware]\n"
                            "HKR,,Security,,\"D:P(A;;GA;;;SY)\"\n"
                            "[Install.NT.Services]\n"
                            "AddService = echo, 0x2, Service\n"
                            "[Service]\n"
                            "DisplayName = \"Say \"\"Echo\"\"\"\n"
                            "ServiceType = 1\n"
                            "StartType = 3\n"
                            "ErrorControl = 1\n"
                            "ServiceBinary = %12%\\echo.sys\n"
                            "AddReg = Values\n"
                            "[Values]\n"
                            "HKR, Parameters, TimerPeriod, 0x00010001, 50\n"
                            "HKR, Parameters, List, 0x00010000, a, b\n"
                            "HKR, Parameters, Path, 0x00020000, %%SystemRoot%%\n"
                            "HKR, Parameters, Bytes, 1, 01, ff\n"
                            "[Install.NT.Wdf]\n"
                            "KmdfService = echo, Wdf\n"
                            "[Wdf]\n"
                            "KmdfLibraryVersion = 1.15\n"
                            "[Strings]\n"
                            "Me = \"Somebody; Inc.\"\n"
                            "Device = \"Echo\"\n";

static struct inf_model *make(const char *text, struct inf_error *ret_error)
{
    struct inf_file *file = inf_parse("x.inf", text, strlen(text), ret_error);
    struct inf_model *model = file ? inf_model_make(file, ret_error) : NULL;
    inf_close(file);
    return model;
}

static void check_usual(const struct inf_model *model)
{
    assert_non_null(model);
    assert_string_equal(model->class_name, "Sample");
    assert_string_equal(model->provider, "Somebody; Inc.");
    assert_string_equal(model->version, "01/02/2026,1.2.3.4");
    assert_null(model->catalog);
    assert_int_equal(model->device_count, 1);
    assert_string_equal(model->devices[0].description, "Echo");
    assert_string_equal(model->devices[0].hardware_id, "root\\ECHO");
    assert_int_equal(model->devices[0].compatible_ids.count, 1);
    assert_string_equal(model->devices[0].compatible_ids.items[0], "other\\ECHO");
    assert_int_equal(model->service_count, 1);
    assert_int_equal(model->devices[0].service, 0);
    assert_string_equal(model->services[0].display, "Say \"Echo\"");
    assert_string_equal(model->services[0].binary, "echo.sys");
    assert_string_equal(model->services[0].kmdf_version, "1.15");
    assert_true(model->services[0].associated);
}

static void installs_what_is_for_x64(void **state)
{
    (void)state;
    struct inf_error error;
    struct inf_model *model = make(usual, &error);
    check_usual(model);
    inf_model_free(model);
}

static void reads_every_encoding(void **state)
{
    (void)state;
    static const enum text_encoding encodings[] = {TEXT_ANSI, TEXT_UTF8, TEXT_UTF8_MARK, TEXT_UTF16LE, TEXT_UTF16BE};
    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        struct text data = {0};
        struct inf_error error;
        text_encode(&data, usual, sizeof usual - 1, encodings[i]);
        struct inf_file *file = inf_parse("x.inf", data.data, data.size, &error);
        assert_non_null(file);
        struct inf_model *model = inf_model_make(file, &error);
        check_usual(model);
        inf_model_free(model);
        inf_close(file);
        text_free(&data);
    }
}

static void ansi_letters_survive(void **state)
{
    (void)state;
    struct inf_error error;
    static const char text[] = "[Strings]\nName = \"M\xfcller \x80\"\n";
    struct inf_file *file = inf_parse("x.inf", text, sizeof text - 1, &error);
    assert_non_null(file);
    assert_string_equal(inf_find(inf_section(file, "strings"), "NAME")->values[0], "M\xc3\xbcller \xe2\x82\xac");
    inf_close(file);
}

static void writes_registry_text(void **state)
{
    (void)state;
    struct inf_error error;
    struct text text = {0};
    struct inf_model *model = make(usual, &error);
    assert_non_null(model);
    inf_service_text(&text, &model->services[0]);
    assert_non_null(strstr(text.data, "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\echo]\r\n"));
    assert_non_null(strstr(text.data, "\"DisplayName\"=\"Say \\\"Echo\\\"\"\r\n"));
    assert_non_null(strstr(text.data, "Services\\echo\\Parameters]\r\n\"TimerPeriod\"=dword:00000032\r\n"));
    assert_non_null(strstr(text.data, "\"List\"=hex(7):61,00,00,00,62,00,00,00,00,00\r\n"));
    assert_non_null(strstr(text.data, "\"Path\"=hex(2):25,00,53,00"));
    assert_non_null(strstr(text.data, "\"Bytes\"=hex:01,ff\r\n"));
    text_free(&text);
    inf_device_text(&text, model, &model->devices[0], 1);
    assert_non_null(
        strstr(text.data, "Enum\\ROOT\\Sample\\0001\\Device Parameters]\r\n\"Security\"=\"D:P(A;;GA;;;SY)\"\r\n"));
    text_free(&text);
    inf_model_free(model);
}

/* The text with every `what` replaced by `with`. */
static char *changed(const char *what, const char *with)
{
    const char *at = strstr(usual, what);
    assert_non_null(at);
    return string_format("%.*s%s%s", (int)(at - usual), usual, with, at + strlen(what));
}

static void fails_with(char *text, const char *sentence)
{
    struct inf_error error = {""};
    struct inf_model *model = make(text, &error);
    if (model || strcmp(error.message, sentence)) {
        print_error("got: %s\nnot: %s\n", model ? "no error" : error.message, sentence);
        fail();
    }
    free(text);
}

static void says_what_is_wrong_and_where(void **state)
{
    (void)state;
    fails_with(changed("[Version]", "[Vrsion]"), "x.inf: the section [Version] is missing");
    fails_with(changed("[Manufacturer]", "[Maker]"), "x.inf: the section [Manufacturer] is missing");
    fails_with(changed("[Models.NTamd64]", "[Modles.NTamd64]"),
               "x.inf:8: [Manufacturer] names the section [Models.NTamd64], which is not there");
    fails_with(
        changed("[Install.NT]", "[Instal.NT]"),
        "x.inf:12: the model \"Echo\" names the install section [Install], which is not there (nor [Install.NT], nor "
        "[Install.NTamd64])");
    fails_with(changed("[Service]", "[Sevice]"),
               "x.inf:21: AddService names the section [Service], which is not there");
    fails_with(changed("[Values]", "[Valeus]"), "x.inf:28: AddReg names the section [Values], which is not there");
    fails_with(changed("[Wdf]", "[Fdw]"), "x.inf:35: KmdfService names the section [Wdf], which is not there");
    fails_with(changed("ServiceBinary", "Binary"), "x.inf:22: [Service] has no ServiceBinary");
    fails_with(changed("Provider = %Me%", "Provider = %You%"), "x.inf:5: %You% is not defined in [Strings]");
    fails_with(changed("\"$Windows NT$\"", "Linux"), "x.inf:1: [Version] has no Signature = \"$Windows NT$\"");
    fails_with(changed("\"$Windows NT$\"", "\"$Windows NT$"), "x.inf:2: the quotation mark is not closed on this line");
    fails_with(changed("[Manufacturer]", "[Manufacturer"), "x.inf:7: the section's name has no closing bracket");
    fails_with(changed("0x00010001, 50", "0x00010001, soon"), "x.inf:30: \"soon\" is no 32-bit number");
    fails_with(changed("HKR, Parameters, Timer", "HKX, Parameters, Timer"),
               "x.inf:30: \"HKX\" is no registry root (HKR, HKLM, HKCR, HKCU, HKU)");
    fails_with(string_copy("a = b\n[Version]\n"), "x.inf:1: this line stands before the first [section]");
    fails_with(string_copy(""), "x.inf: this is no INF file: it has no [section]");
    fails_with(changed("NTx86, NTamd64, NTarm64", "NTx86"), "x.inf:7: no model in it is for x64 (NTamd64)");
}

/* The decoration with the newest Windows that is not newer than ours wins; NTamd64 goes before NT. */
static void chooses_the_best_decoration(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"NTamd64, NTamd64.10.0...16299, NTamd64.10.0...99999", "NTamd64.10.0...16299"},
        {"NT, NTamd64", "NTamd64"},
        {"NTamd64.6.1, NTamd64.10.0", "NTamd64.10.0"},
        {"NTamd64.11.0, NT", "NT"},
        {"ntAMD64.10", "ntAMD64.10"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct inf_error error;
        char *makers = changed("NTx86, NTamd64, NTarm64", cases[i][0]);
        char *at = strstr(makers, "[Models.NTamd64]");
        char *text = string_format("%.*s[Models.%s]%s", (int)(at - makers), makers, cases[i][1],
                                   at + strlen("[Models.NTamd64]"));
        struct inf_model *model = make(text, &error);
        if (!model)
            print_error("%s: %s\n", cases[i][0], error.message);
        assert_non_null(model);
        inf_model_free(model);
        free(text);
        free(makers);
    }
}

static void an_inx_is_read_as_it_is(void **state)
{
    (void)state;
    struct inf_error error;
    char *first = changed("NTx86, NTamd64, NTarm64", "NT$ARCH$.10.0...16299");
    char *at = strstr(first, "[Models.NTamd64]");
    char *text = string_format("%.*s[Models.NT$ARCH$.10.0...16299]%s", (int)(at - first), first,
                               at + strlen("[Models.NTamd64]"));
    struct inf_model *model = make(text, &error);
    assert_non_null(model);
    assert_string_equal(model->devices[0].hardware_id, "root\\ECHO");
    inf_model_free(model);
    free(text);
    free(first);
}

static void stamps(void **state)
{
    (void)state;
    static const char inx[] =
        "[version]\r\nSignature=\"$Windows NT$\"\r\n  driverver = 06/21/2006,6.1 ; old\r\n"
        "CatalogFile=x.cat\r\n[M]\r\n%A%=S,NT$arch$\r\nK=$KMDFVERSION$,$KMDFCOINSTALLERVERSION$ $other$\r\n";
    static const char inf[] = "[version]\r\nSignature=\"$Windows NT$\"\r\nDriverVer = 11/23/2026,6.1\r\n"
                              "CatalogFile = y.cat\r\n[M]\r\n%A%=S,NTamd64\r\nK=1.33,01033 $other$\r\n";
    struct inf_stamp stamp = {.date = "11/23/2026", .kmdf_version = "1.33", .catalog = "y.cat"};
    static const enum text_encoding encodings[] = {TEXT_UTF8, TEXT_UTF16LE};
    for (unsigned i = 0; i < 2; i++) {
        struct text in = {0}, want = {0}, out = {0};
        struct inf_error error;
        text_encode(&in, inx, sizeof inx - 1, encodings[i]);
        text_encode(&want, inf, sizeof inf - 1, encodings[i]);
        assert_true(inf_stamp_text("x.inx", in.data, in.size, &stamp, &out, &error));
        assert_int_equal(out.size, want.size);
        assert_memory_equal(out.data, want.data, want.size);
        text_free(&in);
        text_free(&want);
        text_free(&out);
    }
}

static void stamps_what_was_not_there(void **state)
{
    (void)state;
    static const char inx[] = "[Version]\nSignature=\"$Windows NT$\"";
    struct inf_stamp stamp = {.date = "11/23/2026", .version = "9.8.7.6", .catalog = "y.cat"};
    struct text out = {0};
    struct inf_error error;
    assert_true(inf_stamp_text("x.inx", inx, sizeof inx - 1, &stamp, &out, &error));
    assert_string_equal(out.data,
                        "[Version]\nSignature=\"$Windows NT$\"\nDriverVer = 11/23/2026,9.8.7.6\nCatalogFile = y.cat\n");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(installs_what_is_for_x64),     cmocka_unit_test(reads_every_encoding),
        cmocka_unit_test(ansi_letters_survive),         cmocka_unit_test(writes_registry_text),
        cmocka_unit_test(says_what_is_wrong_and_where), cmocka_unit_test(chooses_the_best_decoration),
        cmocka_unit_test(an_inx_is_read_as_it_is),      cmocka_unit_test(stamps),
        cmocka_unit_test(stamps_what_was_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
