global using M = NeuralNotebooks.Matrix<double>;
