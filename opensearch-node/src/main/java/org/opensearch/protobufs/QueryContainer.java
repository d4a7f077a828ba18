package org.opensearch.protobufs;

/** A message of gRPC's, named by a class that is loaded and never called. */
public interface QueryContainer {

    /** What the message may hold. */
    enum QueryContainerCase {
    }
}
