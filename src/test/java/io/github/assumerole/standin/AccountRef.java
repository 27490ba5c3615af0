package io.github.assumerole.standin;

/** Which account in which partition; the one place that spells ARNs. */
record AccountRef(String partition, String id) {
    String rootArn() {
        return iamArn("root");
    }

    String iamArn(String resource) {
        return "arn:%s:iam::%s:%s".formatted(partition, id, resource);
    }

    String stsArn(String resource) {
        return "arn:%s:sts::%s:%s".formatted(partition, id, resource);
    }
}
