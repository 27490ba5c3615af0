package io.github.assumerole.export;

import java.util.Optional;
import java.util.Set;

/**
 * The export targets of a goal.
 *
 * @param serverId present if a server is one of them
 */
public record ExportTargets(Set<ExportTarget> targets, Optional<String> serverId) {
    public ExportTargets {
        targets = Set.copyOf(targets);
    }

    public boolean include(ExportTarget target) {
        return targets.contains(target);
    }
}
