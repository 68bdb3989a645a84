// Package industry estimates what industrial processes and the use of products emit: IPCC
// 2006, volume 3. Fuel that is burnt there is of package fuel.
//
// # Cement, lime and carbonates
//
// With M the mass of a product or carbonate in t, C the share of clinker in a cement, Im and
// Ex clinker that came from elsewhere and went elsewhere (chapter 2):
//
//	CO2 of cement     = (sum of M × C - Im + Ex) × EF × CF                 eq. 2.1, [Cement]
//	CO2 of clinker    = M_cl × EF × CF                                     eq. 2.2, [Clinker]
//	CO2 of lime       = sum of M × EF × CF × C_h                           eq. 2.6, [Lime]
//	CO2 of carbonates = sum of M × EF × F                                  eq. 2.14 to 2.16, [Carbonates]
//	EF of clinker     = (CaO - CaO of no carbonate) × 0.785                eq. 2.4
//	EF of lime        = oxide in it × stoichiometric ratio                 eq. 2.9
//	CF of clinker     = 1 + M_d / M_cl × C_d × F_d × EF_c / EF             eq. 2.5
//	CF of lime        = 1 + M_d / M × C_d × F_d                            eq. 2.6
//	C_h               = 1 - x × y                                          hydrated lime
//
// It is always stated how kiln dust counts ([Dust]), so that it does not count twice: 0.52 t
// CO2/t clinker holds 2 % of dust, 0.51 none. The factors of table 2.4 are rounded products
// (0.86 of 0.867, cut off): a factor or oxide and ratio, one of them, is stated. Results with
// factors of carbonates bear two significant figures at most (note of table 2.1).
package industry
