package io.github.assumerole.iam;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a role has to be allowed itself. */
final class RolePermissions {
    private static final Comparator<Permission> ORDER =
            Comparator.comparing(Permission::action).thenComparing(Permission::resource);

    private RolePermissions() {}

    /** The policy that grants just these; empty when there are none, since IAM takes no policy without a statement. */
    static Optional<IamDocument> of(List<Permission> permissions) {
        List<IamStatement> statements = permissions.stream()
                .sorted(ORDER)
                .map(permission -> IamStatement.onResource(permission.resource(), List.of(permission.action())))
                .toList();
        return Optional.of(statements).filter(some -> !some.isEmpty()).map(IamDocument::of);
    }
}
