import theme from 'vitepress/theme-without-fonts';
import './style.css';

/** VitePress's own theme with the fonts that the reader has. */
export default theme;
