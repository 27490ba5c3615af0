package io.github.assumerole.aws.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the pages of ListBuckets in place of the SDK, which reads the whole document into memory, drops the elements
 * that it does not know, and fails for all buckets if it cannot read one creation date.
 */
final class ListBucketsBody implements UnaryOperator<InputStream> {
    private final String prefix;
    private Optional<ListBucketsPage> page = Optional.empty();

    /** @param prefix that was requested; empty for none */
    ListBucketsBody(String prefix) {
        this.prefix = prefix;
    }

    /** The page of the last response; empty if its body is no list of buckets. */
    Optional<ListBucketsPage> page() {
        return page;
    }

    /** The body that the SDK gets instead: an empty one. */
    @Override
    public InputStream apply(InputStream body) {
        page = Optional.empty();
        return new Reading(body);
    }

    /** Reads when the SDK does, so that the SDK handles network failures and timeouts. */
    private final class Reading extends InputStream {
        private final InputStream body;
        private boolean read;

        private Reading(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            if (!read) {
                read = true;
                page = new ListBucketsParser(prefix).parse(body);
            }
            return -1;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
