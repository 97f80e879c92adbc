/* SPDX-License-Identifier: MIT */
#include "machine/decode.h"

#include <string.h>

enum {
    REX_W = 8,
    REX_R = 4,
    REX_X = 2,
    REX_B = 1,
};

struct cursor {
    const uint8_t *code;
    size_t bytes, at;
    bool bad;
    bool operand16, gs;
    uint8_t rex;
};

static uint64_t take(struct cursor *cursor, uint32_t bytes)
{
    uint64_t value = 0;
    if (cursor->bytes - cursor->at < bytes) {
        cursor->bad = true;
        return 0;
    }
    memcpy(&value, cursor->code + cursor->at, bytes);
    cursor->at += bytes;
    return value;
}

static void prefixes(struct cursor *cursor)
{
    for (; cursor->at < cursor->bytes; cursor->at++) {
        uint8_t byte = cursor->code[cursor->at];
        if (byte >= 0x40 && byte <= 0x4F) {
            cursor->rex = byte;
            cursor->at++;
            return;
        }
        cursor->operand16 |= byte == 0x66;
        cursor->gs |= byte == 0x65;
        if (!strchr("\x66\x65\x64\x67\xF0\xF2\xF3\x2E\x3E\x36\x26", byte) || byte == 0) {
            return;
        }
    }
}

/* A ModRM byte and what follows it: the register field, and the address if it means memory. */
static bool operand(struct cursor *cursor, const uint64_t registers[16], uint32_t *ret_reg, uint32_t *ret_rm,
                    uint64_t *ret_address, bool *ret_from_rip)
{
    uint8_t modrm = (uint8_t)take(cursor, 1);
    uint32_t mode = modrm >> 6, rm = modrm & 7;
    *ret_reg = (modrm >> 3 & 7) | (cursor->rex & REX_R ? 8 : 0);
    *ret_rm = rm | (cursor->rex & REX_B ? 8 : 0);
    *ret_from_rip = false;
    *ret_address = 0;
    if (mode == 3) {
        return false;
    }
    if (rm == 4) {
        uint8_t sib = (uint8_t)take(cursor, 1);
        uint32_t index = (sib >> 3 & 7) | (cursor->rex & REX_X ? 8 : 0);
        uint32_t base = (sib & 7) | (cursor->rex & REX_B ? 8 : 0);
        *ret_address += index != 4 ? registers[index] << (sib >> 6) : 0;
        if ((sib & 7) == 5 && mode == 0) {
            *ret_address += (uint64_t)(int64_t)(int32_t)take(cursor, 4);
        } else {
            *ret_address += registers[base];
        }
    } else if (rm == 5 && mode == 0) {
        *ret_address = (uint64_t)(int64_t)(int32_t)take(cursor, 4);
        *ret_from_rip = true;
    } else {
        *ret_address = registers[*ret_rm];
    }
    if (mode == 1) {
        *ret_address += (uint64_t)(int64_t)(int8_t)take(cursor, 1);
    } else if (mode == 2) {
        *ret_address += (uint64_t)(int64_t)(int32_t)take(cursor, 4);
    }
    return true;
}

static void load(struct decoded *decoded, uint32_t load_bytes, uint32_t reg_bytes, bool sign)
{
    decoded->kind = DECODE_LOAD;
    decoded->load_bytes = load_bytes;
    decoded->reg_bytes = reg_bytes;
    decoded->sign = sign;
}

static const char *privileged_name(uint8_t opcode)
{
    switch (opcode) {
    case 0xF4:
        return "hlt";
    case 0xFA:
        return "cli";
    case 0xFB:
        return "sti";
    case 0xCF:
        return "iret";
    case 0xE4:
    case 0xE5:
    case 0xEC:
    case 0xED:
        return "in (an I/O port)";
    case 0xE6:
    case 0xE7:
    case 0xEE:
    case 0xEF:
        return "out (an I/O port)";
    case 0x6C:
    case 0x6D:
        return "ins (an I/O port)";
    case 0x6E:
    case 0x6F:
        return "outs (an I/O port)";
    default:
        return NULL;
    }
}

static const char *privileged_name_0f(uint8_t opcode)
{
    switch (opcode) {
    case 0x00:
        return "a descriptor table instruction (lldt, ltr)";
    case 0x01:
        return "a system instruction (lgdt, lidt, invlpg, swapgs)";
    case 0x06:
        return "clts";
    case 0x08:
        return "invd";
    case 0x09:
        return "wbinvd";
    case 0x20:
    case 0x22:
        return "mov of a control register";
    case 0x21:
    case 0x23:
        return "mov of a debug register";
    case 0x30:
        return "wrmsr";
    case 0x32:
        return "rdmsr";
    case 0x33:
        return "rdpmc";
    default:
        return NULL;
    }
}

static void decode_0f(struct cursor *cursor, const uint64_t registers[16], struct decoded *decoded, bool *ret_from_rip)
{
    uint8_t opcode = (uint8_t)take(cursor, 1);
    uint32_t width = cursor->rex & REX_W ? 8 : cursor->operand16 ? 2 : 4;
    uint32_t reg, rm;
    decoded->name = privileged_name_0f(opcode);
    if (decoded->name) {
        decoded->kind = DECODE_PRIVILEGED;
        if (opcode == 0x20 || opcode == 0x22) {
            operand(cursor, registers, &reg, &rm, &decoded->address, ret_from_rip);
            decoded->reg = rm;
            decoded->kind = reg != 8 ? DECODE_PRIVILEGED : opcode == 0x20 ? DECODE_READ_CR8 : DECODE_WRITE_CR8;
        }
        return;
    }
    if (operand(cursor, registers, &decoded->reg, &rm, &decoded->address, ret_from_rip)) {
        decoded->kind = DECODE_ACCESS;
        if ((opcode & 0xF6) == 0xB6) { /* movzx, movsx */
            load(decoded, opcode & 1 ? 2 : 1, width, opcode >= 0xBE);
        }
    }
}

static bool has_modrm(uint8_t opcode)
{
    bool arithmetic = opcode < 0x40 && (opcode & 7) < 4;
    return arithmetic || opcode == 0x63 || opcode == 0x69 || opcode == 0x6B || (opcode >= 0x80 && opcode <= 0x8F) ||
           opcode == 0xC0 || opcode == 0xC1 || opcode == 0xC6 || opcode == 0xC7 || (opcode >= 0xD0 && opcode <= 0xD3) ||
           opcode == 0xF6 || opcode == 0xF7 || opcode == 0xFE || opcode == 0xFF;
}

static void decode_one(struct cursor *cursor, const uint64_t registers[16], struct decoded *decoded, bool *ret_from_rip)
{
    uint8_t opcode = (uint8_t)take(cursor, 1);
    uint32_t width = cursor->rex & REX_W ? 8 : cursor->operand16 ? 2 : 4;
    uint32_t rm;
    decoded->name = privileged_name(opcode);
    if (decoded->name) {
        decoded->kind = DECODE_PRIVILEGED;
    } else if (opcode == 0x0F) {
        decode_0f(cursor, registers, decoded, ret_from_rip);
    } else if (opcode == 0xCD) {
        decoded->kind = DECODE_INTERRUPT;
        decoded->vector = (uint32_t)take(cursor, 1);
    } else if (opcode == 0xA0 || opcode == 0xA1) {
        decoded->address = take(cursor, 8);
        load(decoded, opcode == 0xA0 ? 1 : width, opcode == 0xA0 ? 1 : width, false);
    } else if (has_modrm(opcode) && operand(cursor, registers, &decoded->reg, &rm, &decoded->address, ret_from_rip)) {
        decoded->kind = DECODE_ACCESS;
        if (opcode == 0x8A) {
            load(decoded, 1, 1, false);
            decoded->high_byte = !cursor->rex && decoded->reg >= 4;
            decoded->reg &= decoded->high_byte ? 3 : 15;
        } else if (opcode == 0x8B) {
            load(decoded, width, width, false);
        } else if (opcode == 0x63) {
            load(decoded, 4, width, true);
        }
    }
}

bool decode(const uint8_t *code, size_t code_bytes, const uint64_t registers[16], uint64_t rip,
            struct decoded *ret_decoded)
{
    struct cursor cursor = {.code = code, .bytes = code_bytes};
    struct decoded decoded = {.kind = DECODE_OTHER};
    bool from_rip = false;
    prefixes(&cursor);
    decode_one(&cursor, registers, &decoded, &from_rip);
    decoded.length = (uint32_t)cursor.at;
    decoded.gs = cursor.gs;
    /* Exact only where no immediate follows, which is so for every load. */
    decoded.address += from_rip ? rip + cursor.at : 0;
    if (cursor.bad) {
        return false;
    }
    *ret_decoded = decoded;
    return true;
}

uint64_t decode_loaded(const struct decoded *decoded, uint64_t before, uint64_t value)
{
    uint32_t spare = 64 - decoded->load_bytes * 8;
    value = decoded->sign ? (uint64_t)((int64_t)(value << spare) >> spare) : value << spare >> spare;
    switch (decoded->reg_bytes) {
    case 1:
        return decoded->high_byte ? (before & ~0xFF00ull) | (value & 0xFF) << 8 : (before & ~0xFFull) | (value & 0xFF);
    case 2:
        return (before & ~0xFFFFull) | (value & 0xFFFF);
    case 4:
        return (uint32_t)value; /* clears the upper half, as the processor does */
    default:
        return value;
    }
}
