package io.github.sre4j.examples.standin.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.FieldDefinition;
import graphql.language.FloatValue;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.parser.ParserOptions;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads schemas. */
final class Schemas {
    static final List<String> SCALARS = List.of(
            "Nrql",
            "Seconds",
            "Milliseconds",
            "EpochMilliseconds",
            "EntityGuid",
            "NrdbResult",
            "NrdbRawResults",
            "DistributedTracingSpanAttributes");

    private Schemas() {}

    static TypeDefinitionRegistry ownTypes() {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream("nerdgraph.graphqls"))) {
            return new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A whole schema, for validation only.
     *
     * @param file SDL, gzipped if its name ends in {@code .gz}
     */
    static GraphQLSchema read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            ParserOptions unlimited = ParserOptions.newParserOptions()
                    .maxTokens(Integer.MAX_VALUE)
                    .maxCharacters(Integer.MAX_VALUE)
                    .maxWhitespaceTokens(Integer.MAX_VALUE)
                    .build();
            TypeDefinitionRegistry types = new SchemaParser().parse(reader, unlimited);
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(withoutDefaults(types));
        } catch (graphql.GraphQLException e) {
            String why = String.valueOf(e.getMessage());
            throw new IOException(file + " is no GraphQL schema: " + why.substring(0, Math.min(300, why.length())), e);
        }
    }

    /**
     * The types without the defaults of optional arguments. New Relic's interfaces have some that their implementations lack,
     * which graphql-java refuses; for validation a default of an optional argument makes no difference.
     */
    private static TypeDefinitionRegistry withoutDefaults(TypeDefinitionRegistry types) {
        for (InterfaceTypeDefinition type : types.getTypes(InterfaceTypeDefinition.class)) {
            types.remove(type);
            types.add(type.transform(to -> to.definitions(bare(type.getFieldDefinitions()))));
        }
        for (ObjectTypeDefinition type : types.getTypes(ObjectTypeDefinition.class)) {
            types.remove(type);
            types.add(type.transform(to -> to.fieldDefinitions(bare(type.getFieldDefinitions()))));
        }
        return types;
    }

    private static List<FieldDefinition> bare(List<FieldDefinition> fields) {
        return fields.stream()
                .map(field -> field.transform(to -> to.inputValueDefinitions(field.getInputValueDefinitions().stream()
                        .map(Schemas::bare)
                        .toList())))
                .toList();
    }

    private static InputValueDefinition bare(InputValueDefinition argument) {
        return argument.getType() instanceof NonNullType ? argument : argument.transform(to -> to.defaultValue(null));
    }

    /** A scalar that takes and gives whatever JSON has; New Relic says no more about them either. */
    static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new AnyJson()).build();
    }

    private static final class AnyJson implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                return String.valueOf(text.getValue());
            } else if (input instanceof IntValue number) {
                return number.getValue().bitLength() < Integer.SIZE
                        ? (Object) number.getValue().intValue()
                        : (Object) number.getValue().longValue();
            } else if (input instanceof FloatValue number) {
                return number.getValue().doubleValue();
            } else if (input instanceof BooleanValue truth) {
                return truth.isValue();
            }
            throw new CoercingParseLiteralException("a plain value is expected");
        }
    }
}
