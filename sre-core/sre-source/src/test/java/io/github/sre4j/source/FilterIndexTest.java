package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.FilterIndex.State;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.source.scan.SourceLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterIndexTest {

    private static final String CRATES = """
        create table warehouse.crate (
          id bigint not null primary key, shelf varchar(10) not null, weight decimal(10, 2), label varchar(80),
          code varchar(20) unique, constraint uq_crate unique (shelf, label)
        );
        """;
    private static final String ENTITIES = """
        package depot;
        import jakarta.persistence.*;
        @Entity @Table(name = "crate", indexes = @Index(columnList = "label"))
        class Crate {
            @Id Long id;
            String shelf;
            String label;
            @Column(unique = true) String code;
            @ManyToOne Truck truck;
        }
        """;

    @TempDir
    private Path root;

    private FilterIndex find(String sql) throws IOException {
        write(
                "src/main/java/depot/Any.java",
                "package depot;\n@org.springframework.stereotype.Component class Any {}\n");
        SourceLayout layout = new SourceLayout(
                root, List.of(root.resolve("src/main/java")), List.of(root.resolve("src/main/resources")), List.of());
        return ProductSources.read(layout, null, null).index().filterIndex(new StatementTarget("crate", "select", sql));
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void migration(String name, String text) throws IOException {
        write("src/main/resources/db/migration/" + name, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from crate where id = ?                                 | PRESENT    | id",
                "select * from crate c where c.shelf=? and c.weight > ?           | PRESENT    | shelf",
                "select * from crate where code in (?, ?)                         | PRESENT    | code",
                "update crate set weight = ? where id = ?                         | PRESENT    | id",
                "select * from crate where weight = ?                             | MISSING    | weight",
                "select * from \"crate\" where \"crate\".\"weight\" between ? and ? | MISSING  | weight",
                "select * from crate where label = ? and weight < $1              | MISSING    | label,weight",
                "select * from crate where label = :label limit ?                 | MISSING    | label",
                "select * from crate where label like ?                           | NOT_USABLE | label",
                "select * from crate where lower(label) = ?                       | NOT_USABLE | lower(label)",
                "select * from crate where label <> ?                             | NOT_USABLE | label",
                "select * from crate where label = ? or weight = ?                | UNKNOWN    |",
                "select * from crate where colour = ?                             | UNKNOWN    |",
                "select * from crate                                              | UNKNOWN    |",
                "insert into crate (id, label) values (?, ?)                      | UNKNOWN    |",
                "select * from crate where label = (select max(label) from crate) | UNKNOWN    |",
                "select * from pallet where label = ?                             | UNKNOWN    |",
                "select * from crate c join truck t on t.id = c.truck where c.label = ? and t.plate = ? | UNKNOWN |",
            })
    void judges_filter_by_the_migrations(String sql, State state, String columns) throws IOException {
        migration("V1__init.sql", CRATES);
        FilterIndex found = find(sql);
        assertThat(found.state()).isEqualTo(state);
        assertThat(String.join(",", found.columns())).isEqualTo(columns == null ? "" : columns);
        assertThat(found.declaredIn()).isEqualTo(state == State.PRESENT ? "V1__init.sql" : "");
    }

    @Test
    void finds_column_of_a_joined_statement_by_its_alias() throws IOException {
        migration("V1__init.sql", CRATES + "create table truck (id bigint primary key, plate varchar(9));");
        assertThat(find("select t1_0.id from crate c1_0 join truck t1_0 on t1_0.id=c1_0.id where t1_0.plate=?"))
                .isEqualTo(new FilterIndex(State.MISSING, "truck", List.of("plate"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index crate_label on crate (label, weight);",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"Crate_Label\" ON ONLY \"warehouse\".\"crate\" USING"
                        + " btree (\"label\");",
                "alter table crate add constraint crate_label unique (label);",
                "alter table crate add index crate_label (label(10)), add column x int;",
                "create index x on crate (lower(label)); drop index x; create index crate_label on crate (label)",
                "alter table crate rename column label to tag; create index t on crate (tag); alter table crate rename"
                        + " column tag to label;",
                "create index t on crate (label); alter table crate rename to box; alter table box rename to crate;",
            })
    void knows_index_of_a_later_migration(String sql) throws IOException {
        migration("V1__init.sql", CRATES);
        migration("V2__label.sql", sql);
        assertThat(find("select * from crate where label = ?").state()).isEqualTo(State.PRESENT);
    }

    @Test
    void applies_versions_in_numeric_order() throws IOException {
        migration("V1__init.sql", CRATES + "create index crate_label on crate (label);");
        migration("V9__drop.sql", "drop index crate_label;");
        migration("V10__again.sql", "create index crate_label on crate (label);");
        assertThat(find("select * from crate where label = ?").declaredIn()).isEqualTo("V10__again.sql");
    }

    @Test
    void ignores_scripts_that_undo() throws IOException {
        migration("V1__init.sql", CRATES + "create index crate_label on crate (label);");
        migration("U1__init.sql", "drop index crate_label;");
        assertThat(find("select * from crate where label = ?").state()).isEqualTo(State.PRESENT);
    }

    @Test
    void reads_renamed_column_and_table() throws IOException {
        migration("V1__init.sql", CRATES);
        migration(
                "V2__rename.sql",
                "alter table warehouse.crate rename column shelf to rack; alter table crate rename to box;");
        assertThat(find("select * from box where rack = ?").state()).isEqualTo(State.PRESENT);
        assertThat(find("select * from crate where shelf = ?")).isEqualTo(FilterIndex.UNKNOWN);
        assertThat(find("select * from box where shelf = ?")).isEqualTo(FilterIndex.UNKNOWN);
    }

    @Test
    void serves_function_by_index_of_the_expression() throws IOException {
        migration("V1__init.sql", CRATES + "create index l on crate (lower(label));");
        assertThat(find("select * from crate where lower(label) = ?").state()).isEqualTo(State.PRESENT);
        assertThat(find("select * from crate where label = ?").state()).isEqualTo(State.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"h2,MISSING", "mysql,PRESENT", "mariadb,PRESENT"})
    void counts_foreign_keys_where_the_database_indexes_them(String database, State state) throws IOException {
        write("src/main/resources/application.properties", "spring.datasource.url=jdbc:" + database + "://db/depot\n");
        migration(
                "V1__init.sql",
                CRATES
                        + "create table seal (id int primary key, crate_id int, foreign key (crate_id) references"
                        + " crate (id));");
        assertThat(find("select * from seal where crate_id = ?").state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from crate where id = ?       | PRESENT",
                "select * from crate where label = ?    | PRESENT",
                "select * from crate where code = ?     | PRESENT",
                "select * from crate where shelf = ?    | MISSING",
                "select * from crate where truck_id = ? | MISSING",
                "select * from crate where weight = ?   | UNKNOWN",
            })
    void judges_filter_by_the_entities_of_a_product_without_migrations(String sql, State state) throws IOException {
        write("src/main/java/depot/Crate.java", ENTITIES);
        assertThat(find(sql).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "yaml", "json"})
    void reads_change_logs_of_liquibase(String format) throws IOException {
        String text = switch (format) {
            case "xml" -> """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <!-- <dropTable tableName="crate"/> -->
                  <changeSet id="1" author="a">
                    <createTable tableName="crate">
                      <column name="id" type="bigint"><constraints primaryKey="true"/></column>
                      <column name="shelf" type="varchar(10)"/>
                      <column name="tag" type="varchar(80)"/>
                      <column name="code" type="varchar(20)" remarks="a &gt; b"><constraints unique="true"/></column>
                    </createTable>
                    <rollback><dropTable tableName="crate"/></rollback>
                  </changeSet>
                  <changeSet id="2" author="a">
                    <createIndex indexName="i" tableName="crate"><column name="tag"/><column name="shelf"/></createIndex>
                    <renameColumn tableName="crate" oldColumnName="tag" newColumnName="label"/>
                    <sql>create index w on crate (weight)</sql>
                    <rollback>drop index i</rollback>
                  </changeSet>
                </databaseChangeLog>
                """;
            case "yaml" -> """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: a
                      changes:
                        - createTable:
                            tableName: crate
                            columns:
                              - column: {name: id, type: bigint, constraints: {primaryKey: true}}
                              - column: {name: shelf, type: varchar(10)}
                              - column: {name: tag, type: varchar(80)}
                              - column: {name: code, type: varchar(20), constraints: {unique: true}}
                        - createIndex:
                            indexName: i
                            tableName: crate
                            columns:
                              - column: {name: tag}
                              - column: {name: shelf}
                        - renameColumn: {tableName: crate, oldColumnName: tag, newColumnName: label}
                        - sql: {sql: create index w on crate (weight)}
                      rollback:
                        - dropTable: {tableName: crate}
                """;
            default -> """
                {"databaseChangeLog": [{"changeSet": {"id": "1", "author": "a", "changes": [
                  {"createTable": {"tableName": "crate", "columns": [
                    {"column": {"name": "id", "type": "bigint", "constraints": {"primaryKey": true}}},
                    {"column": {"name": "shelf", "type": "varchar(10)"}},
                    {"column": {"name": "tag", "type": "varchar(80)"}},
                    {"column": {"name": "code", "type": "varchar(20)", "constraints": {"unique": true}}}]}},
                  {"createIndex": {"indexName": "i", "tableName": "crate", "columns": [{"column": {"name": "tag"}}, {"column": {"name": "shelf"}}]}},
                  {"renameColumn": {"tableName": "crate", "oldColumnName": "tag", "newColumnName": "label"}},
                  {"sql": {"sql": "create index w on crate (weight)"}}],
                  "rollback": [{"dropTable": {"tableName": "crate"}}]}}]}
                """;
        };
        write("src/main/resources/db/changelog/changes." + format, text);
        for (String column : List.of("id", "label", "code", "weight")) {
            assertThat(find("select * from crate where " + column + " = ?").state())
                    .as(column)
                    .isEqualTo(State.PRESENT);
        }
        assertThat(find("select * from crate where shelf = ?").state()).isEqualTo(State.MISSING);
        assertThat(find("select * from crate where tag = ?").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void keeps_indexes_of_scripts_for_several_databases() throws IOException {
        String create = "drop table if exists crate;\ncreate table crate (id int primary key, label varchar(9));\n";
        write("src/main/resources/db/mysql/schema.sql", create + "create index l on crate (label);");
        write("src/main/resources/db/postgres/schema.sql", create);
        assertThat(find("select * from crate where label = ?").state()).isEqualTo(State.PRESENT);
    }
}
