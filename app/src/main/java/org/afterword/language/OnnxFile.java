package org.afterword.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Changes an ONNX model: makes tensors inside it outputs of it, or puts other numbers in the place of its own. The
 * model's file is a protobuf message: its graph is field 7, the graph's tensors are its fields 5 and its outputs the
 * fields 12, and a field that may be repeated may stand anywhere, so at the end.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class OnnxFile {
    private static final int GRAPH = 7;
    private static final int TENSOR = 5;
    private static final int OUTPUT = 12;
    /** Of a tensor: its numbers as floats, its name, its numbers as bytes. */
    private static final int FLOATS = 4;

    private static final int NAME = 8;
    private static final int RAW = 9;
    private static final int FLOAT = 1;
    private static final int DELIMITED = 2;

    private final byte[] model;
    private int at;

    private OnnxFile(byte[] model) {
        this.model = model;
    }

    /**
     * @param width the size of the last of three dimensions
     * @throws IOException if it is no ONNX model
     */
    static byte[] withOutputs(byte[] model, List<String> tensors, int width) throws IOException {
        return new OnnxFile(model).with(outputs(tensors, width));
    }

    /**
     * @param numbers by the tensor's name, as the model's file has them: as many bytes as before
     * @throws IOException if it is no ONNX model, has no such tensor, or one of another size
     */
    static byte[] withNumbers(byte[] model, Map<String, byte[]> numbers) throws IOException {
        byte[] changed = model.clone();
        var file = new OnnxFile(model);
        var missing = new HashSet<>(numbers.keySet());
        file.fields(model.length, (field, from, to) -> {
            if (field == GRAPH) {
                file.at = from;
                file.fields(to, (inGraph, start, end) -> {
                    if (inGraph == TENSOR) {
                        file.at = start;
                        missing.remove(file.replace(end, numbers, changed));
                    }
                });
            }
        });
        if (!missing.isEmpty()) {
            throw new IOException(
                    "the model has no tensor " + missing.iterator().next());
        }
        return changed;
    }

    /** Of the tensor that begins here; gives its name. */
    private String replace(int end, Map<String, byte[]> numbers, byte[] changed) throws IOException {
        var name = new String[] {""};
        var data = new int[2];
        fields(end, (field, from, to) -> {
            if (field == NAME) {
                name[0] = new String(model, from, to - from, StandardCharsets.UTF_8);
            } else if (field == RAW || field == FLOATS) {
                data[0] = from;
                data[1] = to;
            }
        });
        byte[] instead = numbers.get(name[0]);
        if (instead != null) {
            if (instead.length != data[1] - data[0]) {
                throw new IOException("the tensor " + name[0] + " has another size");
            }
            System.arraycopy(instead, 0, changed, data[0], instead.length);
        }
        return name[0];
    }

    /** What has a length. */
    private interface Delimited {
        void at(int field, int from, int to) throws IOException;
    }

    private void fields(int end, Delimited each) throws IOException {
        while (at < end) {
            long key = varint();
            if ((key & 7) == DELIMITED) {
                int length = length();
                int from = at;
                each.at((int) (key >>> 3), from, from + length);
                at = from + length;
            } else {
                skip((int) (key & 7));
            }
        }
    }

    private byte[] with(byte[] outputs) throws IOException {
        while (at < model.length) {
            int start = at;
            long key = varint();
            if (key == ((GRAPH << 3) | DELIMITED)) {
                int length = length();
                var changed = new ByteArrayOutputStream(model.length + outputs.length + 8);
                changed.write(model, 0, start);
                delimited(changed, GRAPH, length + outputs.length);
                changed.write(model, at, length);
                changed.writeBytes(outputs);
                changed.writeBytes(Arrays.copyOfRange(model, at + length, model.length));
                return changed.toByteArray();
            }
            skip((int) (key & 7));
        }
        throw new IOException("the model has no graph");
    }

    private void skip(int type) throws IOException {
        switch (type) {
            case 0 -> varint();
            case 1 -> at += Long.BYTES;
            case DELIMITED -> {
                int length = length();
                at += length;
            }
            case 5 -> at += Integer.BYTES;
            default -> throw new IOException("the model is not a protobuf message");
        }
    }

    private int length() throws IOException {
        long length = varint();
        if (length < 0 || length > model.length - at) {
            throw new IOException("the model is cut short");
        }
        return (int) length;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at < 0 || at >= model.length) {
                throw new IOException("the model is cut short");
            }
            byte next = model[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("the model is not a protobuf message");
    }

    /** ValueInfoProto: name 1, type 2; TypeProto: tensor 1; its element type 1, shape 2; its dimensions 1. */
    private static byte[] outputs(List<String> tensors, int width) {
        var outputs = new ByteArrayOutputStream();
        for (String tensor : tensors) {
            var last = new ByteArrayOutputStream();
            last.write(1 << 3);
            varint(last, width);
            var shape = new ByteArrayOutputStream();
            message(shape, 1, "\022\005batch".getBytes(StandardCharsets.UTF_8));
            message(shape, 1, "\022\006pieces".getBytes(StandardCharsets.UTF_8));
            message(shape, 1, last.toByteArray());
            var type = new ByteArrayOutputStream();
            type.write(1 << 3);
            varint(type, FLOAT);
            message(type, 2, shape.toByteArray());
            var tensorType = new ByteArrayOutputStream();
            message(tensorType, 1, type.toByteArray());
            var info = new ByteArrayOutputStream();
            message(info, 1, tensor.getBytes(StandardCharsets.UTF_8));
            message(info, 2, tensorType.toByteArray());
            message(outputs, OUTPUT, info.toByteArray());
        }
        return outputs.toByteArray();
    }

    private static void message(ByteArrayOutputStream to, int field, byte[] content) {
        delimited(to, field, content.length);
        to.writeBytes(content);
    }

    private static void delimited(ByteArrayOutputStream to, int field, int length) {
        to.write((field << 3) | DELIMITED);
        varint(to, length);
    }

    private static void varint(ByteArrayOutputStream to, int value) {
        int rest = value;
        while (rest >= 0x80) {
            to.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        to.write(rest);
    }
}
