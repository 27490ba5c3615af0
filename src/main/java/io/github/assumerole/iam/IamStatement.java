package io.github.assumerole.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement that allows actions: on resources in a permissions policy, to a principal in a trust policy.
 *
 * @param sid letters and digits
 * @param actions sorted and distinct
 * @param resources sorted and distinct; empty in a trust policy
 */
record IamStatement(
        Optional<String> sid,
        Optional<Principal> principal,
        List<String> actions,
        List<String> resources,
        List<IamCondition> conditions) {

    /** A trusted principal; {@code type} is {@code AWS} or {@code Federated}. */
    record Principal(String type, String arn) {}

    IamStatement {
        actions = actions.stream().distinct().sorted().toList();
        resources = resources.stream().distinct().sorted().toList();
        conditions = List.copyOf(conditions);
    }

    static IamStatement onResource(String resource, List<String> actions) {
        return onResource(resource, actions, List.of());
    }

    static IamStatement onResource(String resource, List<String> actions, List<IamCondition> conditions) {
        return new IamStatement(Optional.empty(), Optional.empty(), actions, List.of(resource), conditions);
    }

    static IamStatement trusting(Principal principal, String sid, String action, List<IamCondition> conditions) {
        return new IamStatement(Optional.of(sid), Optional.of(principal), List.of(action), List.of(), conditions);
    }

    IamStatement withActions(List<String> others) {
        return new IamStatement(sid, principal, others, resources, conditions);
    }

    IamStatement withResources(List<String> others) {
        return new IamStatement(sid, principal, actions, others, conditions);
    }

    IamStatement plusActionsOf(IamStatement other) {
        return withActions(
                Stream.concat(actions.stream(), other.actions.stream()).toList());
    }

    IamStatement plusResourcesOf(IamStatement other) {
        return withResources(
                Stream.concat(resources.stream(), other.resources.stream()).toList());
    }

    /** The JSON tree of maps, lists and texts. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        sid.ifPresent(name -> tree.put("Sid", name));
        tree.put("Effect", "Allow");
        principal.ifPresent(trusted -> tree.put("Principal", Map.of(trusted.type(), trusted.arn())));
        tree.put("Action", oneOrMany(actions));
        if (!resources.isEmpty()) {
            tree.put("Resource", oneOrMany(resources));
        }
        if (!conditions.isEmpty()) {
            tree.put("Condition", conditionTree());
        }
        return tree;
    }

    private Map<String, Map<String, Object>> conditionTree() {
        Map<String, Map<String, Object>> tree = new LinkedHashMap<>();
        conditions.forEach(condition -> tree.computeIfAbsent(condition.operator(), first -> new LinkedHashMap<>())
                .put(condition.key(), oneOrMany(condition.values())));
        return tree;
    }

    private static Object oneOrMany(List<String> texts) {
        return texts.size() == 1 ? texts.get(0) : texts;
    }
}
