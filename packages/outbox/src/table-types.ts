// Drizzle's types of a table, written out: declarations must not need to be inferred.
import type { PgColumn, PgTableWithColumns } from "drizzle-orm/pg-core";

export interface ColumnKind<Data, NotNull extends boolean, HasDefault extends boolean> {
  readonly data: Data;
  readonly notNull: NotNull;
  readonly hasDefault: HasDefault;
}

type Column<TableName extends string, Kind> =
  Kind extends ColumnKind<infer Data, infer NotNull, infer HasDefault>
    ? PgColumn<{
        name: string;
        tableName: TableName;
        dataType: "custom";
        columnType: string;
        data: Data;
        driverParam: unknown;
        notNull: NotNull;
        hasDefault: HasDefault;
        isPrimaryKey: false;
        isAutoincrement: false;
        hasRuntimeDefault: false;
        enumValues: undefined;
        identity: undefined;
        generated: undefined;
      }>
    : never;

/** A table by the kinds of its columns. */
export type Table<Name extends string, Columns> = PgTableWithColumns<{
  name: Name;
  schema: undefined;
  columns: { [Key in keyof Columns]: Column<Name, Columns[Key]> };
  dialect: "pg";
}>;
