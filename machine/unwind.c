/* SPDX-License-Identifier: MIT */
/*
 * Walking a guest stack by the images' .pdata and .xdata, so that images without DWARF have backtraces
 * too. Follows the documented "x64 exception handling". Trusts nothing: reads of the stack stay within
 * the context's stack, reads of unwind data within the image.
 */
#include "machine/internal.h"

#include <string.h>

enum {
    REGISTER_RSP = 4,
    CHAIN_MAX = 32,
    FUNCTION_BYTES = 12, /* RUNTIME_FUNCTION */
    FLAG_CHAINED = 4,
};
enum {
    OP_PUSH_NONVOL,
    OP_ALLOC_LARGE,
    OP_ALLOC_SMALL,
    OP_SET_FPREG,
    OP_SAVE_NONVOL,
    OP_SAVE_NONVOL_FAR,
    OP_EPILOG,
    OP_SPARE,
    OP_SAVE_XMM128,
    OP_SAVE_XMM128_FAR,
    OP_PUSH_MACHFRAME,
};

struct function {
    uint32_t begin, end, info;
};

static bool image_read(const struct image *image, uint64_t rva, void *ret_bytes, size_t bytes)
{
    if (rva >= image->image.size || bytes > image->image.size - rva) {
        return false;
    }
    if (!guest_readable((uint64_t)image->image.base + rva, bytes)) {
        return false;
    }
    memcpy(ret_bytes, (const uint8_t *)image->image.base + rva, bytes);
    return true;
}

static bool stack_read(const struct unwind_state *state, uint64_t address, uint64_t *ret_value)
{
    if (address < state->low || address > state->high - 8 || address % 8 != 0) {
        return false;
    }
    *ret_value = *(const uint64_t *)address;
    return true;
}

static bool find_function(const struct image *image, uint32_t rva, struct function *ret_function)
{
    uint64_t low = 0, high = image->exception_bytes / FUNCTION_BYTES;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (!image_read(image, image->exception_offset + middle * FUNCTION_BYTES, ret_function, FUNCTION_BYTES)) {
            return false;
        }
        if (rva < ret_function->begin) {
            high = middle;
        } else if (rva >= ret_function->end) {
            low = middle + 1;
        } else {
            return true;
        }
    }
    return false;
}

struct codes {
    uint8_t flags, prolog, count, frame_register, frame_offset;
    uint16_t slots[256];
};

static bool read_info(const struct image *image, uint32_t rva, struct codes *ret_codes)
{
    uint8_t head[4];
    if (!image_read(image, rva, head, sizeof(head)) || (head[0] & 7) < 1 || (head[0] & 7) > 2) {
        return false;
    }
    ret_codes->flags = head[0] >> 3;
    ret_codes->prolog = head[1];
    ret_codes->count = head[2];
    ret_codes->frame_register = head[3] & 15;
    ret_codes->frame_offset = head[3] >> 4;
    return image_read(image, rva + 4, ret_codes->slots, ret_codes->count * 2u);
}

static uint32_t slots_of(uint8_t operation, uint8_t info)
{
    switch (operation) {
    case OP_ALLOC_LARGE:
        return info ? 3 : 2;
    case OP_SAVE_NONVOL:
    case OP_SAVE_XMM128:
    case OP_SPARE:
        return 2;
    case OP_SAVE_NONVOL_FAR:
    case OP_SAVE_XMM128_FAR:
        return 3;
    default:
        return 1;
    }
}

static bool pop(struct unwind_state *state, uint32_t index)
{
    uint64_t *rsp = &state->registers[REGISTER_RSP];
    uint64_t value;
    if (!stack_read(state, *rsp, &value)) {
        return false;
    }
    *rsp += 8;
    if (index < 16) {
        state->registers[index] = value;
    } else {
        state->rip = value;
    }
    return true;
}

/* Undoes one operation of a prolog. */
static bool undo(struct unwind_state *state, const struct codes *codes, uint32_t at, uint64_t frame, bool *ret_done)
{
    uint8_t operation = codes->slots[at] >> 8 & 15, info = codes->slots[at] >> 12;
    uint64_t *rsp = &state->registers[REGISTER_RSP];
    uint32_t near = codes->slots[at + 1 < 256 ? at + 1 : at];
    uint32_t far = near | (uint32_t)codes->slots[at + 2 < 256 ? at + 2 : at] << 16;
    switch (operation) {
    case OP_PUSH_NONVOL:
        return pop(state, info);
    case OP_ALLOC_LARGE:
        *rsp += info ? far : near * 8u;
        return true;
    case OP_ALLOC_SMALL:
        *rsp += info * 8u + 8;
        return true;
    case OP_SET_FPREG:
        *rsp = frame;
        return true;
    case OP_SAVE_NONVOL:
        return stack_read(state, frame + near * 8u, &state->registers[info]);
    case OP_SAVE_NONVOL_FAR:
        return stack_read(state, frame + far, &state->registers[info]);
    case OP_PUSH_MACHFRAME:
        *rsp += info ? 8 : 0;
        *ret_done = stack_read(state, *rsp, &state->rip) && stack_read(state, *rsp + 24, rsp);
        return *ret_done;
    default: /* vector registers do not matter here */
        return true;
    }
}

/* In the last instructions of a function nothing is left to undo but what they themselves will do. */
static bool step_epilog(const struct image *image, struct unwind_state *state)
{
    struct unwind_state trial = *state;
    uint64_t rva = state->rip - (uint64_t)image->image.base;
    uint8_t code[8] = {0};
    for (uint32_t i = 0; i < 20; i++) {
        uint64_t left = image->image.size - rva;
        if (rva >= image->image.size || !image_read(image, rva, code, left < sizeof(code) ? left : sizeof(code))) {
            return false;
        }
        uint32_t wide = code[0] == 0x41 ? 1 : 0;
        if (code[wide] >= 0x58 && code[wide] <= 0x5F) {
            if (!pop(&trial, (code[wide] - 0x58u) + wide * 8)) {
                return false;
            }
            rva += 1 + wide;
        } else if (i == 0 && code[0] == 0x48 && code[1] == 0x83 && code[2] == 0xC4) {
            trial.registers[REGISTER_RSP] += code[3];
            rva += 4;
        } else if (i == 0 && code[0] == 0x48 && code[1] == 0x81 && code[2] == 0xC4) {
            uint32_t bytes;
            memcpy(&bytes, code + 3, sizeof(bytes));
            trial.registers[REGISTER_RSP] += bytes;
            rva += 7;
        } else {
            if (code[0] != 0xC3 || !pop(&trial, 16)) {
                return false;
            }
            *state = trial;
            return true;
        }
    }
    return false;
}

static bool step_function(const struct image *image, struct unwind_state *state, struct function function)
{
    uint64_t offset = state->rip - (uint64_t)image->image.base - function.begin;
    for (uint32_t chain = 0; chain < CHAIN_MAX; chain++) {
        struct codes codes;
        if (!read_info(image, function.info, &codes)) {
            return false;
        }
        uint64_t frame = state->registers[REGISTER_RSP];
        if (codes.frame_register) {
            bool set = chain > 0 || offset >= codes.prolog;
            for (uint32_t i = 0; !set && i < codes.count;
                 i += slots_of(codes.slots[i] >> 8 & 15, codes.slots[i] >> 12)) {
                set = (codes.slots[i] >> 8 & 15) == OP_SET_FPREG && (codes.slots[i] & 0xFF) <= offset;
            }
            frame = set ? state->registers[codes.frame_register] - codes.frame_offset * 16u : frame;
        }
        bool done = false;
        for (uint32_t i = 0; i < codes.count; i += slots_of(codes.slots[i] >> 8 & 15, codes.slots[i] >> 12)) {
            if (chain == 0 && (codes.slots[i] & 0xFF) > offset) {
                continue; /* not reached yet */
            }
            if (!undo(state, &codes, i, frame, &done)) {
                return false;
            }
        }
        if (done) {
            return true;
        }
        if (!(codes.flags & FLAG_CHAINED)) {
            return pop(state, 16);
        }
        uint32_t after = function.info + 4 + (codes.count + 1u) / 2 * 4;
        if (!image_read(image, after, &function, sizeof(function))) {
            return false;
        }
    }
    return false;
}

bool unwind_step(struct unwind_state *state)
{
    const struct image *image = image_find(state->rip);
    struct function function;
    uint64_t before = state->registers[REGISTER_RSP];
    if (!image) {
        return false;
    }
    if (!find_function(image, (uint32_t)(state->rip - (uint64_t)image->image.base), &function)) {
        return pop(state, 16); /* a function without unwind data has touched nothing but its return address */
    }
    if (step_epilog(image, state)) {
        return true;
    }
    return step_function(image, state, function) && state->registers[REGISTER_RSP] > before;
}

uint32_t unwind_stack(struct unwind_state *state, uint64_t *ret_ips, uint64_t *ret_sps, uint32_t frames_max)
{
    uint32_t count = 0;
    if (!image_find(state->rip) && frames_max > 0) {
        /* A jump to nowhere: the address is the first frame, who called is the second. */
        ret_ips[count] = state->rip;
        ret_sps[count++] = state->registers[REGISTER_RSP];
        uint64_t caller;
        if (stack_read(state, state->registers[REGISTER_RSP], &caller) && image_find(caller)) {
            pop(state, 16);
        }
    }
    while (count < frames_max && image_find(state->rip)) {
        ret_ips[count] = state->rip;
        ret_sps[count++] = state->registers[REGISTER_RSP];
        if (!unwind_step(state)) {
            break;
        }
    }
    return count;
}

void unwind_from_switch(struct unwind_state *state, const struct context *context)
{
    const struct switch_frame *frame = (const struct switch_frame *)context->rsp;
    *state = (struct unwind_state){
        .rip = frame->rip,
        .registers = {[3] = frame->rbx,
                      [4] = context->rsp + sizeof(*frame),
                      [5] = frame->rbp,
                      [6] = frame->rsi,
                      [7] = frame->rdi,
                      [12] = frame->r12,
                      [13] = frame->r13,
                      [14] = frame->r14,
                      [15] = frame->r15},
        .low = context->stack_low,
        .high = context->stack_low + context->stack_bytes,
    };
}
