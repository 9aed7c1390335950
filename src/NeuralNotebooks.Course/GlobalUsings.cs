global using NeuralNotebooks.Drawing;
global using NeuralNotebooks.Plotting;
global using static NeuralNotebooks.Course.VerdictState;
global using static NeuralNotebooks.InvariantText;
global using static System.Math;
global using M = NeuralNotebooks.Matrix<double>;
