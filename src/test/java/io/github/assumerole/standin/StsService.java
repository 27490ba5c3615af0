package io.github.assumerole.standin;

import java.util.Optional;

final class StsService {
    private static final String VERSION = "2011-06-15";

    private final AssumeRole assumeRole;
    private final AssumeRoleWithWebIdentity assumeRoleWithWebIdentity;

    StsService(AssumeRole assumeRole, AssumeRoleWithWebIdentity assumeRoleWithWebIdentity) {
        this.assumeRole = assumeRole;
        this.assumeRoleWithWebIdentity = assumeRoleWithWebIdentity;
    }

    Answer answerUnsigned(Operation operation) {
        requireVersion(operation);
        return assumeRoleWithWebIdentity.answer(operation.parameters());
    }

    Answer answer(Operation operation, Caller caller) {
        requireVersion(operation);
        return switch (operation.name()) {
            case Operation.ASSUME_ROLE -> assumeRole.answer(operation.parameters(), caller);
            case Operation.GET_CALLER_IDENTITY -> callerIdentity(caller);
            default -> throw unknown(operation);
        };
    }

    private static Answer callerIdentity(Caller caller) {
        return StsDialect.success(Operation.GET_CALLER_IDENTITY, result -> result.element("Arn", caller.arn())
                .element("UserId", caller.userId())
                .element("Account", caller.account().id()));
    }

    private static void requireVersion(Operation operation) {
        if (!operation.parameters().get("Version").equals(Optional.of(VERSION))) {
            throw unknown(operation);
        }
    }

    private static AwsError unknown(Operation operation) {
        return new AwsError(
                400,
                "InvalidAction",
                "Could not find operation %s for version %s"
                        .formatted(
                                operation.name(),
                                operation.parameters().get("Version").orElse("NO_VERSION_SPECIFIED")));
    }
}
