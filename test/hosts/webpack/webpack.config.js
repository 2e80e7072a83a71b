import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';

export default (_env, { mode = 'production' }) => ({
  mode,
  entry: './src/main.js',
  output: { publicPath: '/', clean: true, trustedTypes: 'webpack' },
  module: { rules: [{ test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
  plugins: [
    new MiniCssExtractPlugin(),
    new HtmlWebpackPlugin({ template: './src/index.html', scriptLoading: 'module' }),
  ],
  performance: { hints: false },
});
