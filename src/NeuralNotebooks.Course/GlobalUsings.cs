global using static NeuralNotebooks.Course.VerdictState;
global using M = NeuralNotebooks.Matrix<double>;
