/**
 * ONNX Runtime's sessions, opened without unpacking and optimising anew what an earlier start has unpacked and optimised,
 * and ended before what they use is freed. Shared by the adapters that run a model in this process.
 */
@NullMarked
package dev.docent.onnx;

import org.jspecify.annotations.NullMarked;
