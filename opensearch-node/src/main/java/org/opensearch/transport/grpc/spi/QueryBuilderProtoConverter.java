package org.opensearch.transport.grpc.spi;

/**
 * Its real self comes with a plugin that isn't published by itself. The k-NN plugin has a class that implements it, for
 * questions over gRPC; a node without gRPC loads that class and never calls it.
 */
public interface QueryBuilderProtoConverter {
}
