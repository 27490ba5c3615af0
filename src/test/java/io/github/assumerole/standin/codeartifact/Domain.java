package io.github.assumerole.standin.codeartifact;

import io.github.assumerole.standin.iam.Account;

/** A domain of CodeArtifact. */
public record Domain(Account owner, String name, String region) {
    public String arn() {
        return arn(owner.partition(), region, owner.id(), name);
    }

    static String arn(String partition, String region, String owner, String name) {
        return "arn:%s:codeartifact:%s:%s:domain/%s".formatted(partition, region, owner, name);
    }
}
