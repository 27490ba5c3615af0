package io.github.assumerole.it;

import io.github.assumerole.it.ClassCode.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The code of a jar that its entry points can reach. A virtual call reaches the methods of all classes that reachable
 * code instantiates; a lambda counts as called where it is created; a string that is a class name counts as an instance
 * of that class; a class that implements an interface of the JDK or of Maven can be called through it.
 */
final class ReachableCode {
    private record Method(String owner, String signature) {}

    /** Reads a class by its internal name; empty if there is none. */
    private final Function<String, Optional<ClassCode>> classes;

    private final Map<Method, Method> callers = new HashMap<>();
    private final Deque<Method> pending = new ArrayDeque<>();
    private final Set<String> instantiated = new HashSet<>();
    private final Set<String> initialized = new HashSet<>();
    private final Map<String, List<String>> instancesOf = new HashMap<>();
    private final Map<String, Set<String>> virtualCalls = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Method> missing = new TreeMap<>();
    private final Map<String, List<String>> providers;
    private Method current = new Method("", "entry point");

    /** With the classes that implement the services of the jar, by the name of the service. */
    ReachableCode(Function<String, Optional<ClassCode>> classes, Map<String, List<String>> providers) {
        this.classes = classes;
        this.providers = providers;
    }

    /** Every method of these classes is an entry point. */
    void follow(Collection<String> entryPoints) {
        for (String type : entryPoints) {
            instantiate(type);
            read(type).ifPresent(code -> code.methods().keySet().forEach(method -> call(type, method)));
        }
        while (!pending.isEmpty()) {
            current = pending.pop();
            ClassCode code = read(current.owner()).orElseThrow();
            code.methods().get(current.signature()).references().forEach(this::reference);
        }
    }

    /** The classes that the JVM can initialize, and that it verifies before. */
    Set<String> initialized() {
        return initialized;
    }

    /** The classes that do not exist, with the calls that need them. */
    Map<String, String> missing() {
        Map<String, String> described = new TreeMap<>();
        missing.forEach((type, caller) -> {
            StringBuilder calls = new StringBuilder();
            for (Method at = caller; at != null && calls.length() < 4_000; at = callers.get(at)) {
                calls.append("\n    by ").append(at.owner()).append('.').append(at.signature());
            }
            described.put(type, calls.toString());
        });
        return described;
    }

    private void reference(Reference reference) {
        switch (reference.kind()) {
            case TYPE -> use(reference.owner());
            case NEW -> instantiate(reference.owner());
            case STATIC_FIELD -> initialize(reference.owner());
            case STATIC, SPECIAL -> {
                initialize(reference.owner());
                call(reference.owner(), reference.signature());
            }
            case VIRTUAL -> {
                use(reference.owner());
                if (virtualCalls
                        .computeIfAbsent(reference.owner(), type -> new HashSet<>())
                        .add(reference.signature())) {
                    List.copyOf(instancesOf.getOrDefault(reference.owner(), List.of()))
                            .forEach(type -> call(type, reference.signature()));
                }
            }
            case NAME -> {
                if (read(reference.owner()).filter(ClassCode::isInJar).isPresent()) {
                    instantiate(reference.owner());
                    read(reference.owner()).orElseThrow().methods().keySet().stream()
                            .filter(method -> method.startsWith("<init>"))
                            .forEach(constructor -> call(reference.owner(), constructor));
                }
            }
        }
    }

    private void use(String type) {
        Optional<ClassCode> code = read(type);
        if (code.isEmpty()) {
            missing.putIfAbsent(type, current);
        } else if (code.get().isInJar() && used.add(type)) {
            code.get().supertypes().forEach(this::use);
            providers.getOrDefault(type, List.of()).forEach(this::instantiate);
            providers.getOrDefault(type, List.of()).forEach(provider -> call(provider, "<init>()V"));
        }
    }

    private void initialize(String type) {
        use(type);
        read(type)
                .filter(ClassCode::isInJar)
                .filter(code -> initialized.add(type))
                .ifPresent(code -> {
                    code.supertypes().forEach(this::initialize);
                    call(type, "<clinit>()V");
                });
    }

    private void instantiate(String type) {
        initialize(type);
        Optional<ClassCode> code = read(type).filter(ClassCode::isInJar);
        if (code.isEmpty() || !instantiated.add(type)) {
            return;
        }
        for (String supertype : allSupertypes(type)) {
            instancesOf.computeIfAbsent(supertype, key -> new ArrayList<>()).add(type);
            virtualCalls.getOrDefault(supertype, Set.of()).forEach(method -> call(type, method));
            // The JDK and Maven call what they declare.
            read(supertype)
                    .filter(external -> !external.isInJar())
                    .ifPresent(external -> external.methods().keySet().stream()
                            .filter(method -> !method.startsWith("<"))
                            .forEach(method -> call(type, method)));
        }
    }

    /** The method that a call on an instance of exactly this type runs. */
    private void call(String type, String signature) {
        declaring(type, signature).filter(ClassCode::isInJar).ifPresent(code -> {
            Method method = new Method(code.name(), signature);
            if (!callers.containsKey(method)) {
                callers.put(method, current.owner().isEmpty() ? null : current);
                pending.push(method);
            }
        });
    }

    private Optional<ClassCode> declaring(String type, String signature) {
        for (Optional<ClassCode> code = read(type);
                code.isPresent();
                code = code.get().superclass().flatMap(this::read)) {
            if (code.get().methods().containsKey(signature)) {
                return code;
            }
        }
        return allSupertypes(type).stream()
                .flatMap(supertype -> read(supertype).stream())
                .filter(code -> code.hasBody(signature))
                .findFirst();
    }

    private Set<String> allSupertypes(String type) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(type));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (all.add(name)) {
                read(name).ifPresent(code -> next.addAll(code.supertypes()));
            }
        }
        return all;
    }

    private Optional<ClassCode> read(String type) {
        return classes.apply(type);
    }
}
