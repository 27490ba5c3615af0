package io.github.assumerole.export;

import java.util.List;
import java.util.Set;

/**
 * The export targets of a goal.
 *
 * @param serverIds the IDs of servers and repositories; not empty if one of the targets needs them
 */
public record ExportTargets(Set<ExportTarget> targets, List<String> serverIds) {
    public ExportTargets {
        targets = Set.copyOf(targets);
        serverIds = List.copyOf(serverIds);
    }

    public boolean include(ExportTarget target) {
        return targets.contains(target);
    }
}
