package io.github.assumerole.it;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the methods of a class refer to. Names are internal names, such as {@code java/lang/String}. */
record ClassCode(
        String name, Optional<String> superclass, List<String> interfaces, Map<String, Body> methods, boolean isInJar) {
    enum Kind {
        /** Loads a class. */
        TYPE,
        NEW,
        STATIC_FIELD,
        STATIC,
        /** A constructor, a private method or a method of a superclass. */
        SPECIAL,
        VIRTUAL,
        /** A string that can be the name of a class. */
        NAME
    }

    record Reference(Kind kind, String owner, String signature) {}

    record Body(boolean isAbstract, List<Reference> references) {}

    static ClassCode read(byte[] bytes, boolean isInJar) {
        Reader reader = new Reader(isInJar);
        new ClassReader(bytes).accept(reader, isInJar ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE);
        return reader.result();
    }

    List<String> supertypes() {
        return Stream.concat(superclass.stream(), interfaces.stream()).toList();
    }

    boolean hasBody(String signature) {
        return methods.containsKey(signature) && !methods.get(signature).isAbstract();
    }

    private static final class Reader extends ClassVisitor {
        private final Map<String, Body> methods = new HashMap<>();
        private final boolean isInJar;
        private String name = "";
        private Optional<String> superclass = Optional.empty();
        private List<String> interfaces = List.of();

        private Reader(boolean isInJar) {
            super(Opcodes.ASM9);
            this.isInJar = isInJar;
        }

        private ClassCode result() {
            return new ClassCode(name, superclass, interfaces, methods, isInJar);
        }

        @Override
        public void visit(int version, int access, String type, String generic, String parent, String[] parents) {
            name = type;
            superclass = Optional.ofNullable(parent);
            interfaces = List.of(parents);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String types, String generic, String[] thrown) {
            List<Reference> references = new ArrayList<>();
            methods.put(method + types, new Body((access & Opcodes.ACC_ABSTRACT) != 0, references));
            return new MethodReader(references);
        }
    }

    private static final class MethodReader extends MethodVisitor {
        private final List<Reference> references;

        private MethodReader(List<Reference> references) {
            super(Opcodes.ASM9);
            this.references = references;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW) {
                add(Kind.NEW, type, "");
            } else {
                type(Type.getObjectType(type));
            }
        }

        @Override
        public void visitMultiANewArrayInsn(String type, int dimensions) {
            type(Type.getType(type));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String type) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            add(isStatic ? Kind.STATIC_FIELD : Kind.TYPE, owner, "");
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String types, boolean isInterface) {
            switch (opcode) {
                case Opcodes.INVOKESTATIC -> add(Kind.STATIC, owner, method + types);
                case Opcodes.INVOKESPECIAL -> add(Kind.SPECIAL, owner, method + types);
                default -> add(Kind.VIRTUAL, owner, method + types);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String types, Handle bootstrap, Object... arguments) {
            type(Type.getReturnType(types));
            for (Object argument : arguments) {
                visitLdcInsn(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Handle handle) {
                String signature = handle.getName() + handle.getDesc();
                switch (handle.getTag()) {
                    case Opcodes.H_INVOKESTATIC -> add(Kind.STATIC, handle.getOwner(), signature);
                    case Opcodes.H_INVOKESPECIAL -> add(Kind.SPECIAL, handle.getOwner(), signature);
                    case Opcodes.H_NEWINVOKESPECIAL -> {
                        add(Kind.NEW, handle.getOwner(), "");
                        add(Kind.SPECIAL, handle.getOwner(), signature);
                    }
                    case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE ->
                        add(Kind.VIRTUAL, handle.getOwner(), signature);
                    default -> add(Kind.STATIC_FIELD, handle.getOwner(), "");
                }
            } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
                type(type);
            } else if (value instanceof String text && text.matches("[\\w.$]+\\.[A-Z][\\w$]+")) {
                add(Kind.NAME, text.replace('.', '/'), "");
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null) {
                add(Kind.TYPE, type, "");
            }
        }

        private void type(Type type) {
            Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
            if (element.getSort() == Type.OBJECT) {
                add(Kind.TYPE, element.getInternalName(), "");
            }
        }

        private void add(Kind kind, String owner, String signature) {
            if (owner.startsWith("[")) {
                type(Type.getType(owner));
            } else {
                references.add(new Reference(kind, owner, signature));
            }
        }
    }
}
