package dev.docent.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * A model that can be run. It belongs to the {@link OnnxModels} that opened it and is freed by them, never under a run.
 * Safe for use by several threads.
 */
public final class OnnxModel {
  private final Holds holds;
  private final OrtSession session;
  private final RunOptions options;

  OnnxModel(Holds holds, OrtSession session, RunOptions options) {
    this.holds = holds;
    this.session = session;
    this.options = options;
  }

  /** Takes what is needed of a run's outputs, which are gone afterwards. */
  public interface Reading<T> {
    T of(Result outputs) throws OrtException;
  }

  /** Work of a library that runs the session itself. */
  public interface Work<T> {
    T with(OrtSession session) throws OrtException;
  }

  /**
   * Runs it once.
   *
   * @param inputs of each input its one row
   * @param outputs the names of those to compute; empty for all
   * @throws OrtException when it fails
   * @throws CancellationException when its owner was closed before it was done
   */
  public <T> T run(Map<String, long[]> inputs, Set<String> outputs, Reading<T> reading) throws OrtException {
    return hold(held -> {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      Map<String, OnnxTensor> tensors = new HashMap<>();
      try {
        for (Map.Entry<String, long[]> input : inputs.entrySet()) {
          tensors.put(input.getKey(), OnnxTensor.createTensor(environment, new long[][]{input.getValue()}));
        }
        try (Result result = held.run(tensors, outputs.isEmpty() ? held.getOutputNames() : outputs, options)) {
          return reading.of(result);
        }
      } finally {
        tensors.values().forEach(OnnxTensor::close);
      }
    });
  }

  /**
   * Holds the session while something is done with it. Unlike a {@linkplain #run run} it can't be told to end: whoever
   * closes the owner waits for it.
   *
   * @throws OrtException when it fails
   * @throws CancellationException when the owner was closed before it was done
   */
  public <T> T hold(Work<T> work) throws OrtException {
    holds.take();
    try {
      return work.with(session);
    } catch (OrtException | RuntimeException e) {
      // A run that was told to end fails, in words of the runtime's own.
      if (holds.ended()) {
        throw Holds.ending(e);
      }
      throw e;
    } finally {
      holds.give();
    }
  }
}
