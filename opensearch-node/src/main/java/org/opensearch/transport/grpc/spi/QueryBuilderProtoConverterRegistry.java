package org.opensearch.transport.grpc.spi;

/** As {@link QueryBuilderProtoConverter}: there to be named. */
public interface QueryBuilderProtoConverterRegistry {
}
