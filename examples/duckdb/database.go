package main

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2" // the driver
	"github.com/localghg/localghg/ghg"
)

// The statements, which any DuckDB runs.
var (
	//go:embed csv.sql
	fromCSV string
	//go:embed parquet.sql
	fromParquet string
	//go:embed sums.sql
	sumsOf string
)

// database is a DuckDB in memory.
type database struct {
	ctx  context.Context
	pool *sql.DB
}

// open makes a database that has so many threads.
func open(ctx context.Context, threads int) (*database, error) {
	pool, err := sql.Open("duckdb", "")
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(1) // variables are those of one connection
	db := &database{ctx, pool}
	return db, db.run(fmt.Sprintf("SET threads = %d", threads))
}

func (d *database) close() error { return d.pool.Close() }

func (d *database) run(statement string) error {
	_, err := d.pool.ExecContext(d.ctx, statement)
	return told(err)
}

// meters makes the view of a file, which its name says how to read.
func (d *database) meters(path string) error {
	view := fromCSV
	if strings.EqualFold(filepath.Ext(path), ".parquet") {
		view = fromParquet
	}
	if err := d.run("SET VARIABLE file = " + quoted(path)); err != nil {
		return err
	}
	return d.run(view)
}

// writeParquet writes the meters that are viewed to a file.
func (d *database) writeParquet(path string) error {
	return d.run("COPY (FROM meters) TO " + quoted(path) + " (FORMAT parquet)")
}

// table writes the sums of the meters that are viewed as CSV. Texts that a spreadsheet would
// take for formulas are guarded, as all readers and writers of the library have it.
func (d *database) table(w io.Writer) error {
	rows, err := d.pool.QueryContext(d.ctx, sumsOf)
	if err != nil {
		return told(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	cells, at := make([]string, len(columns)), make([]any, len(columns))
	for i := range cells {
		at[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(at...); err != nil {
			return err
		}
		for i, name := range columns {
			if name != "mass" {
				cells[i] = ghg.GuardFormula(ghg.UnguardFormula(cells[i]))
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	if err := rows.Err(); err != nil {
		return told(err)
	}
	return out.Error()
}

// quoted is a text as SQL writes it.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// told says of an overflow what to do.
func told(err error) error {
	if err != nil && strings.Contains(err.Error(), "Out of Range Error") {
		return fmt.Errorf("a sum has more digits than the 38 of a DECIMAL: sum parts of the file, and add up their tables with ghg/ledger, "+
			"whose sums have no such bound: %w", err)
	}
	return err
}
