package ghg

// must is for values that this package or a program's source holds as
// literals.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
