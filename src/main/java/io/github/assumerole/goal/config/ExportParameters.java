package io.github.assumerole.goal.config;

import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters for export targets, as in the POM or on the command line. */
public record ExportParameters(List<String> exportTo, String exportServerId) {

    /** The targets without {@code none}; {@code problems} collects what is invalid. */
    public ExportTargets read(ConfigurationProblems problems) {
        List<String> texts = exportTo == null ? List.of() : exportTo;
        List<ExportTarget> named = problems.all("exportTo", texts, ExportTarget::parse);
        Optional<String> serverId = problems.optional("exportServerId", exportServerId, id -> id);
        rejectContradictions(problems, named);
        checkServer(problems, named.contains(ExportTarget.SETTINGS_SERVER), named.size() == texts.size());
        Set<ExportTarget> places = EnumSet.noneOf(ExportTarget.class);
        places.addAll(texts.isEmpty() ? List.of(ExportTarget.PROJECT_PROPERTIES) : named);
        places.remove(ExportTarget.NONE);
        return new ExportTargets(places, serverId);
    }

    private static void rejectContradictions(ConfigurationProblems problems, List<ExportTarget> named) {
        Set<ExportTarget> distinct = EnumSet.noneOf(ExportTarget.class);
        distinct.addAll(named);
        for (ExportTarget target : distinct) {
            if (Collections.frequency(named, target) > 1) {
                problems.add("exportTo", target + " is there more than once; name it once");
            }
        }
        if (distinct.size() > 1 && distinct.contains(ExportTarget.NONE)) {
            problems.add("exportTo", "none means nowhere else; remove it, or the others");
        }
    }

    /** @param allKnown whether no target was rejected: a rejected one can be a misspelt settingsServer */
    private void checkServer(ConfigurationProblems problems, boolean toServer, boolean allKnown) {
        boolean absent = exportServerId == null || exportServerId.isBlank();
        if (toServer && absent) {
            problems.add(
                    "exportServerId", "is missing; set it to the <id> of the server that settingsServer is to fill");
        }
        if (!toServer && !absent && allKnown) {
            problems.add("exportServerId", "is set, but nothing goes to a server; add settingsServer to <exportTo>");
        }
    }
}
